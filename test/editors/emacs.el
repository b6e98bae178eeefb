;;; emacs -Q --batch -l test/editors/emacs.el  -*- lexical-binding: t -*-
;;
;; Works with a language server as an editor does, with eglot from Emacs 28 (elpa-eglot) on. The environment names the
;; command of the server (MKTORG_SERVER, a JSON array) and the file (MKTORG_FILE). Each step prints one line, `ok …`
;; or `not ok …`; a step builds on the one before it, so the first that fails ends the work.

;; Debian's packages are hidden by -Q.
(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa*/*"))
  (add-to-list 'load-path folder))
(require 'eglot)
(require 'flymake)
(require 'json)

(define-derived-mode mktorg-mode prog-mode "mktorg")
(add-to-list 'eglot-server-programs
             (cons 'mktorg-mode (append (json-parse-string (getenv "MKTORG_SERVER")) nil)))
(setq eglot-sync-connect 20 eglot-autoshutdown nil flymake-no-changes-timeout 0.1)

(defun step (title work)
  (condition-case failure
      (progn (funcall work) (princ (format "ok %s\n" title)))
    (error (princ (format "not ok %s: %s\n" title (error-message-string failure)))
           (kill-emacs 1))))

(defun wait-for (what condition)
  (let ((end (+ (float-time) 10)) answer)
    (while (and (not (setq answer (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or answer (error "Waited 10 s for %s" what))))

(defun findings-about (text)
  (seq-filter (lambda (finding) (string-match-p (regexp-quote text) (flymake-diagnostic-text finding)))
              (flymake-diagnostics)))

(defun go-to (text)
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

(with-current-buffer (find-file-noselect (getenv "MKTORG_FILE"))
  (step "the server starts"
        (lambda ()
          (mktorg-mode)
          (apply #'eglot (eglot--guess-contact))
          (unless (eglot-current-server) (error "No server"))))

  (step "a broken reference is found"
        (lambda ()
          (flymake-mode 1)
          (flymake-start)
          (wait-for "a diagnostic" (lambda () (findings-about "nobody-at-all")))))

  (step "hover tells who that is"
        (lambda ()
          (go-to "chief")
          (let ((hover (format "%S" (jsonrpc-request (eglot-current-server) :textDocument/hover
                                                     (eglot--TextDocumentPositionParams)))))
            (unless (string-match-p "Chief Guest Officer" hover) (error "Hover says %s" hover)))))

  (step "an edit takes the finding away"
        (lambda ()
          (go-to "nobody-at-all")
          (delete-region (point) (match-end 0))
          (insert "chief")
          (eglot--signal-textDocument/didChange)
          (wait-for "the diagnostics to go" (lambda () (not (findings-about "nobody-at-all"))))))

  (step "formatting indents"
        (lambda ()
          (eglot-format-buffer)
          (goto-char (point-min))
          (unless (re-search-forward "^  role night-manager" nil t) (error "The text is %s" (buffer-string)))))

  (step "the server leaves when it is told to"
        (lambda ()
          (set-buffer-modified-p nil)
          (eglot-shutdown (eglot-current-server))
          (when (eglot-current-server) (error "It is still there")))))
(kill-emacs 0)
