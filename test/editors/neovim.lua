-- nvim --headless --clean -c 'luafile test/editors/neovim.lua'
--
-- Works with a language server as an editor does, from Neovim 0.7 on. The environment names the command of the
-- server (MKTORG_SERVER, a JSON array), the folder (MKTORG_FOLDER) and in it the file (MKTORG_FILE). Each step
-- prints one line, `ok …` or `not ok …`; a step builds on the one before it, so the first that fails ends the work.

local folder = vim.env.MKTORG_FOLDER
local client_id, buffer, initialized, exited

local function wait_for(what, condition)
  assert(vim.wait(10000, condition, 20), 'waited 10 s for ' .. what)
end

local function request(method, parameters)
  parameters.textDocument = { uri = vim.uri_from_bufnr(buffer) }
  local answers, failure = vim.lsp.buf_request_sync(buffer, method, parameters, 10000)
  local answer = assert(answers, failure)[client_id]
  assert(answer and not answer.err, method .. ' failed: ' .. vim.inspect(answer and answer.err))
  return answer.result
end

local function lines()
  return vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
end

-- The position of the nth character of `text` in the buffer. Everything in the file is ASCII.
local function position_of(text, nth)
  for number, line in ipairs(lines()) do
    local column = line:find(text, 1, true)
    if column then return { line = number - 1, character = column - 1 + (nth or 0) } end
  end
  error('no ' .. text .. ' in the file')
end

local function replace(text, replacement)
  local at = position_of(text)
  vim.api.nvim_buf_set_text(buffer, at.line, at.character, at.line, at.character + #text, { replacement })
end

local function diagnostic_at(text)
  local at = position_of(text)
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    if diagnostic.lnum == at.line and diagnostic.col <= at.character and diagnostic.end_col > at.character then
      return diagnostic
    end
  end
end

local steps = {
  { 'the server starts and says what it can do', function()
    vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.MKTORG_FILE))
    buffer = vim.api.nvim_get_current_buf()
    vim.bo[buffer].filetype = 'mktorg'
    local start = vim.lsp.start or vim.lsp.start_client
    client_id = start({
      name = 'mktorg',
      cmd = vim.fn.json_decode(vim.env.MKTORG_SERVER),
      root_dir = folder,
      on_init = function(client) initialized = client.server_capabilities end,
      on_exit = function(code, signal) exited = { code = code, signal = signal } end,
    })
    wait_for('the answer to initialize', function() return initialized ~= nil end)
    vim.lsp.buf_attach_client(buffer, client_id)
    local names = { 'completion', 'hover', 'definition', 'references', 'rename', 'documentFormatting' }
    for _, name in ipairs(names) do
      assert(initialized[name .. 'Provider'], 'no ' .. name)
    end
  end },

  { 'a broken reference is found', function()
    wait_for('a diagnostic', function() return diagnostic_at('nobody-at-all') end)
    local found = diagnostic_at('nobody-at-all')
    assert(found.severity == vim.diagnostic.severity.ERROR, 'not an error: ' .. found.message)
    assert(found.message:find('nobody-at-all', 1, true), 'it does not name what is broken: ' .. found.message)
  end },

  { 'hover tells who that is', function()
    local hover = request('textDocument/hover', { position = position_of('chief', 1) })
    local text = vim.inspect(hover)
    assert(text:find('Chief Guest Officer', 1, true), 'hover says ' .. text)
  end },

  { 'completion offers who is there', function()
    local result = request('textDocument/completion', { position = position_of('nobody-at-all') })
    local labels = vim.tbl_map(function(item) return item.label end, result.items or result)
    assert(vim.tbl_contains(labels, 'chief'), 'completion offers ' .. vim.inspect(labels))
  end },

  { 'an edit takes the finding away', function()
    replace('nobody-at-all', 'chief')
    wait_for('the diagnostics to go', function()
      for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
        if diagnostic.message:find('nobody-at-all', 1, true) then return false end
      end
      return true
    end)
  end },

  { 'rename reaches the other file', function()
    local edit = request('textDocument/rename', { position = position_of('night-manager', 1), newName = 'night-lead' })
    vim.lsp.util.apply_workspace_edit(edit, 'utf-16')
    assert(table.concat(lines(), '\n'):find('role night-lead', 1, true), 'the role has its old name')
    local other = vim.fn.bufadd(folder .. '/mention.mktorg')
    vim.fn.bufload(other)
    local text = table.concat(vim.api.nvim_buf_get_lines(other, 0, -1, false), '\n')
    assert(text:find('night-lead', 1, true) and not text:find('night-manager', 1, true), 'the mention: ' .. text)
  end },

  { 'formatting indents, and has then nothing to do', function()
    local options = { tabSize = 2, insertSpaces = true }
    local edits = request('textDocument/formatting', { options = options })
    assert(edits and #edits > 0, 'nothing to do')
    vim.lsp.util.apply_text_edits(edits, buffer, 'utf-16')
    assert(table.concat(lines(), '\n'):find('\n  role night-lead', 1, true), 'the text is ' .. vim.inspect(lines()))
    local again = request('textDocument/formatting', { options = options })
    assert(not again or #again == 0, 'a second time it does ' .. vim.inspect(again))
  end },

  { 'the server leaves when it is told to', function()
    vim.lsp.stop_client(client_id)
    wait_for('the server to leave', function() return exited ~= nil end)
    assert(exited.code == 0, 'it left with ' .. vim.inspect(exited))
  end },
}

for _, step in ipairs(steps) do
  local title, work = step[1], step[2]
  local ok, failure = pcall(work)
  if not ok then
    io.stdout:write('not ok ' .. title .. ': ' .. tostring(failure):gsub('\n', ' ') .. '\n')
    vim.cmd('cquit 1')
  end
  io.stdout:write('ok ' .. title .. '\n')
end
vim.cmd('qall!')
