package dev.waymark.picture;

/** Which background a picture is made for. */
public enum Look {
  LIGHT,
  DARK
}
