package dev.waymark.picture;

/**
 * The few ways in which text is set, none under 24 pixels: a phone shows half of that.
 *
 * @param title what the picture is of
 * @param body most of the text
 * @param strong what stands out of it
 * @param small legends and notes
 */
record TextStyles(TextStyle title, TextStyle body, TextStyle strong, TextStyle small) {

  static TextStyles load() {
    Typeface regular = Typeface.regular();
    Typeface bold = Typeface.bold();
    return new TextStyles(
        new TextStyle(bold, 35),
        new TextStyle(regular, 25),
        new TextStyle(bold, 27),
        new TextStyle(regular, 24));
  }
}
