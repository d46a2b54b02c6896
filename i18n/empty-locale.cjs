/** A loader that replaces react-aria's texts in a language the program does not speak by nothing. */
module.exports = () => 'export default {}'
