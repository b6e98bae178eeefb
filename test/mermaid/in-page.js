/**
 * Runs in a page that has Mermaid: `drawMermaid(text)` draws a diagram and says what is in it. A plain script, since it
 * is part of no module.
 */
globalThis.startMermaid = (limits) => {
  globalThis.mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    ...limits,
  });
};

globalThis.drawMermaid = async (text) => {
  const { body } = document;
  body.replaceChildren();
  try {
    const { svg } = await globalThis.mermaid.render('drawn', text);
    body.innerHTML = svg;
  } catch (error) {
    return { error: String(error), texts: [], foreign: [], calls: [] };
  }
  const seen = (element) => {
    const copy = element.cloneNode(true);
    for (const end of copy.querySelectorAll('br')) end.replaceWith(' ');
    return copy.textContent.replace(/\s+/g, ' ').trim();
  };
  const all = [...body.querySelectorAll('*')];
  const strange = ['script', 'a', 'img', 'image', 'i', 'iframe', 'object', 'embed', 'form', 'input', 'math'];
  return {
    error: '',
    texts: [...body.querySelectorAll('.nodeLabel, .edgeLabel, svg text')]
      .map(seen)
      .filter((label) => label !== ''),
    foreign: all.map(({ localName }) => localName).filter((name) => strange.includes(name)),
    calls: all.flatMap((element) =>
      [...element.attributes].map(({ name }) => name).filter((name) => /^on|href$|^src/.test(name)),
    ),
  };
};
