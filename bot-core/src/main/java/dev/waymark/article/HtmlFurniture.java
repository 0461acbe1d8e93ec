package dev.waymark.article;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Takes out of a page the elements that belong to the site and not to the article. */
final class HtmlFurniture {

  private static final String NEVER_SHOWN =
      "script, style, template, noscript, svg, canvas, iframe, object, embed, video, audio, map,"
          + " input, select, textarea, option, datalist";
  private static final String ANCHORS =
      "a.anchor, a.headerlink, a.header-anchor, a.heading-anchor, sup:has(a), .sr-only,"
          + " .screen-reader-text, .visually-hidden";

  // Class and id names are taken apart at dashes, underscores and capitals.
  private static final Map<String, Pattern> NAMES = names();
  private static final Pattern OF_THE_ARTICLE =
      word("become|becoming|steps?|skills?|salary|career|responsibilities|faqs?|conclusion");
  private static final Pattern CONTAINER = Pattern.compile("div|section|ul|ol|table|form");
  private static final Pattern HEADING = Pattern.compile("h[1-6]|summary|dt");
  // An element with more of the page's text than this holds the article, whatever its name.
  private static final double TOO_MUCH = 0.35;

  private HtmlFurniture() {}

  private static Map<String, Pattern> names() {
    var names = new LinkedHashMap<String, Pattern>();
    names.put(
        PageFurniture.COOKIES,
        word(
            "cookie (?:banner|bar|notice|law|popup|message|wall|info|modal)|cookies?$|consent|gdpr"));
    names.put(
        PageFurniture.ADVERT,
        word(
            "ad|ads|advert|adverts|advertisement|adsbygoogle|promo|sponsor|sponsored"
                + "|newsletter|subscribe|subscription|signup|cta|popup|modal|optin|affiliate"));
    names.put(PageFurniture.CONTENTS, word("toc|ez toc|table of contents"));
    names.put(
        PageFurniture.NAVIGATION,
        word("nav|navbar|navigation|menu|breadcrumbs?|pagination|sidebar|footer|skip link|topbar"));
    names.put(
        PageFurniture.SHARE,
        word(
            "share|sharing|sharedaddy|addtoany|social (?:links|icons|buttons|media links|bar)|social$"));
    names.put(PageFurniture.LINKS, word("related|recommended|further reading|more posts"));
    names.put(PageFurniture.AUTHOR, word("author|byline|bio|entry meta|post meta"));
    names.put(PageFurniture.COMMENTS, word("comments?|respond|disqus"));
    return names;
  }

  private static Pattern word(String names) {
    return Pattern.compile("(?:^| )(?:" + names + ")(?: |$)");
  }

  /** Removes them and notes what it removed. */
  static void remove(Document page, ImportNotes notes) {
    page.select(ANCHORS).forEach(Element::remove);
    for (Element element : page.select(NEVER_SHOWN)) {
      if (element.normalName().equals("script") || element.normalName().equals("style")) {
        notes.leaveOut("scripts and styles", "<" + element.normalName() + ">", line(element));
      }
      element.remove();
    }
    Element body = page.body();
    int all = body.text().length();
    for (Element element : body.select("*")) {
      if (element.equals(body) || element.closest("body") == null) {
        continue;
      }
      Optional<String> reason = reason(element);
      if (reason.isPresent() && !holdsArticle(element, all)) {
        if (element.hasText()) {
          notes.leaveOut(reason.get(), element.text(), line(element));
        }
        element.remove();
      }
    }
  }

  /** The line on which the element begins, 0 when unknown. */
  static int line(Element element) {
    return element.sourceRange().isTracked() ? element.sourceRange().start().lineNumber() : 0;
  }

  private static Optional<String> reason(Element element) {
    String role = element.attr("role").toLowerCase(Locale.ROOT);
    switch (element.normalName()) {
      case "header" -> {
        boolean ofSite =
            element.select("h2, h3, h4, h5, h6").isEmpty() || element.select("nav").size() > 0;
        return ofSite
            ? Optional.of(byName(element).orElse(PageFurniture.NAVIGATION))
            : byName(element);
      }
      case "nav", "footer", "aside", "menu" -> {
        return Optional.of(byName(element).orElse(PageFurniture.NAVIGATION));
      }
      case "form" -> {
        return Optional.of(byName(element).orElse("forms"));
      }
      default -> {}
    }
    return switch (role) {
      case "navigation", "banner", "contentinfo", "complementary", "search" ->
          Optional.of(byName(element).orElse(PageFurniture.NAVIGATION));
      case "dialog", "alertdialog", "alert" ->
          Optional.of(byName(element).orElse(PageFurniture.ADVERT));
      default -> byName(element);
    };
  }

  private static Optional<String> byName(Element element) {
    if (HEADING.matcher(element.normalName()).matches()) {
      return Optional.empty();
    }
    String names =
        (element.className()
                + " "
                + (CONTAINER.matcher(element.normalName()).matches() ? element.id() : ""))
            .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
            .replaceAll("[^A-Za-z]+", " ")
            .strip()
            .toLowerCase(Locale.ROOT);
    // Ids are often made of headings: "social-worker-salary" is no share button.
    if (names.isEmpty() || OF_THE_ARTICLE.matcher(names).find()) {
      return Optional.empty();
    }
    return NAMES.entrySet().stream()
        .filter(e -> e.getValue().matcher(names).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean holdsArticle(Element element, int all) {
    if (!element.select("h1").isEmpty()) {
      return true;
    }
    boolean parts =
        element.select("h2, h3, h4, h5, h6").stream()
            .map(Element::text)
            .anyMatch(t -> ArticlePart.of(t).isPresent() || StepMark.of(t).isPresent());
    return parts || element.text().length() > TOO_MUCH * all;
  }
}
