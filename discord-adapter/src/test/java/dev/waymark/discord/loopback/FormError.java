package dev.waymark.discord.loopback;

/**
 * What is wrong with one field of a body.
 *
 * @param field its path, {@code embeds.0.title}
 * @param code Discord's name of the fault
 * @param message Discord's words
 */
record FormError(String field, String code, String message) {

  static FormError tooLong(String field, int most) {
    return new FormError(field, "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length.");
  }

  static FormError length(String field, int least, int most) {
    return new FormError(
        field, "BASE_TYPE_BAD_LENGTH", "Must be between " + least + " and " + most + " in length.");
  }

  static FormError required(String field) {
    return new FormError(field, "BASE_TYPE_REQUIRED", "This field is required");
  }

  @Override
  public String toString() {
    return field + ": " + message;
  }
}
