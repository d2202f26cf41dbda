/** Our own `./x.js` is written in `./x.ts`; everything else resolves as it always does. */
module.exports = (path, options) => {
  const isOurs = path.startsWith('.') && !options.basedir.includes('/node_modules/');
  return options.defaultResolver(isOurs ? path.replace(/\.js$/, '') : path, options);
};
