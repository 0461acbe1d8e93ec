package dev.waymark.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small guide of another trade than the shipped one's, without a fault: five sections. */
final class PotteryGuide {

  static final int SECTIONS = 5;

  private final Path folder;

  private PotteryGuide(Path folder) {
    this.folder = folder;
  }

  /** Writes the guide into a new folder. */
  static PotteryGuide in(Path folder) {
    return new PotteryGuide(folder)
        .write("guide.yaml", "id: pottery\ntitle: How to become a potter\nrole: potter\n")
        .section(
            "faq/clay.md",
            "id: faq-clay\nkind: faq\ntitle: Which clay should I use?",
            "Start with stoneware clay. It forgives mistakes and fires at a middling heat.")
        .section(
            "faq/kiln.md",
            "id: faq-kiln\nkind: faq\ntitle: Do I need a kiln of my own?",
            "No. Many studios rent out space in theirs, which costs a few euros a pot.")
        .section(
            "faq/wheel.md",
            "id: faq-wheel\nkind: faq\ntitle: How do I learn to throw on the wheel?",
            "Take an evening class. Throw small cylinders until ten in a row stand straight.")
        .section(
            "faq/glaze.md",
            "id: faq-glaze\nkind: faq\ntitle: Is glaze poisonous?",
            "Some glazes hold lead. Buy glaze that is labelled as safe for food.")
        .section(
            "faq/market.md",
            "id: faq-market\nkind: faq\ntitle: Where can I sell my pots?",
            "Craft markets in summer are the best place. Cafés buy cups by the dozen.");
  }

  PotteryGuide write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PotteryGuide section(String name, String front, String body) {
    return write(name, "---\n" + front + "\n---\n" + body + "\n");
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  Path path() {
    return folder;
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
