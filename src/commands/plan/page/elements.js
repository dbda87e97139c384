/**
 * An element with attributes and children. Texts become text nodes, so that nothing in them is markup.
 *
 * @param {string} name such as `button.kind`: a tag, and its class
 * @param {Record<string, string | number | boolean | undefined>} attributes `true` is an empty attribute; `false` and
 * undefined are none
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const made = document.createElement(tag);
  if (classes.length > 0) made.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...children);
  return made;
}

/**
 * A path that breaks behind its slashes, where it has to.
 *
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function breakable(text) {
  return text.split(/(?<=\/)(?=.)/).flatMap((part, index) => (index === 0 ? [part] : [element('wbr'), part]));
}

/** @param {number} number @param {string} noun */
export function plural(number, noun) {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
