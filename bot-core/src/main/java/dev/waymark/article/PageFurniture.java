package dev.waymark.article;

import dev.waymark.guide.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells what on a page belongs to the site and not to the article: navigation, cookie notices,
 * adverts, author boxes, share buttons, link lists. Judges texts; {@link HtmlFurniture} judges
 * elements.
 */
final class PageFurniture {

  static final String LINKS = "links to other pages";
  static final String COOKIES = "cookie notice";
  static final String ADVERT = "advert";
  static final String NAVIGATION = "navigation";
  static final String SHARE = "share buttons";
  static final String AUTHOR = "author and date";
  static final String COMMENTS = "comments";
  static final String CONTENTS = "table of contents";
  static final String IMAGES = "images";
  static final String LEGAL = "legal notice";

  private record Rule(String reason, Pattern pattern) {}

  private static final int LONGEST_LINE = 200;

  // Whole lines. Each must be short and mean nothing else: "Home" is a link, "Sign up for a course"
  // is advice.
  private static final List<Rule> LINES =
      List.of(
          line(COOKIES, "(accept|reject|allow|decline)( all)?( cookies)?|got it!?"),
          line(COOKIES, "cookie (policy|notice|settings|preferences|consent|banner)"),
          line(COOKIES, "manage (cookies|preferences|consent)"),
          line(ADVERT, "(advert|advertisements?|ads?|sponsored( content| post)?|promoted)"),
          line(
              ADVERT,
              "(subscribe|sign up|join|register|enrol+|apply|buy|shop|order)( now| today)!?"),
          line(
              ADVERT,
              "(subscribe|sign up|join|get)( to| for| on)? (our|my|the|this) .{0,30}"
                  + "\\b(newsletter|mailing list)\\b.{0,30}"),
          line(ADVERT, "(subscribe|sign up|join|get)( to| for| on)? (the |our )?newsletter"),
          line(ADVERT, "(our |the )?newsletter( sign-?up)?|learn more"),
          line(ADVERT, "enter your e-?mail.{0,30}|your e-?mail( address)?|no spam.{0,60}"),
          line(
              NAVIGATION, "skip to .{0,20}content|(main )?menu|home|search.{0,3}|log ?in|sign ?in"),
          line(NAVIGATION, "back to top|next|previous|next (post|article).{0,80}"),
          line(NAVIGATION, "previous (post|article).{0,80}|about( us)?|contact( us)?|sitemap"),
          line(NAVIGATION, "(home|start|careers?)\\s*[>»›/→].{1,120}"),
          line(NAVIGATION, "[\\w &’'-]{2,25}( ?[|•·»›] ?[\\w &’'-]{2,25}){2,12}"),
          line(SHARE, "share|tweet|pin it|facebook|twitter|linkedin|pinterest|whatsapp"),
          line(SHARE, "(share|pin|tweet|save) (this|it|on|with|via)\\b.{0,40}|follow us.{0,40}"),
          line(
              SHARE,
              "((share|tweet|pin|print|e-?mail|facebook|twitter|linkedin|whatsapp)[ ,|·]*){2,9}"),
          line(
              AUTHOR,
              "(written|reviewed|edited|updated|published|posted|fact[- ]checked) (by|on"
                  + "|in)\\b.{0,80}"),
          line(AUTHOR, "(last )?(updated|modified|published|reviewed)( on)?\\b:?.{0,30}\\d{4}"),
          line(AUTHOR, "by (?-i:[A-Z])[\\w.’'-]+ (?-i:[A-Z])[\\w.’'-]+(,| on|\\s*[|·•]).{0,60}"),
          line(AUTHOR, "by (?-i:[A-Z])[\\w.’'-]+( (?-i:[A-Z])[\\w.’'-]+){1,2}"),
          line(AUTHOR, "(reading time:? )?\\d{1,3}[ -]min(ute)?s?( read)?|about the author.{0,40}"),
          line(AUTHOR, "(author|tags|categor(y|ies)|filed under)\\s*:.{0,100}"),
          line(COMMENTS, "leave a (comment|reply).{0,30}|\\d+ (comments|responses)|post comment"),
          line(
              CONTENTS,
              "(table of )?contents|in this (article|guide|post)|on this page|jump to.{0,30}"),
          line(
              LINKS,
              "(related|recommended|popular|recent|more|similar|other)( \\w+){0,2} (posts?"
                  + "|articles?|guides?|reading|careers?|stories|links|jobs)"),
          line(
              LINKS,
              "(you (may|might) also (like|enjoy|be interested in)|see also|read (more|next|also)"
                  + "|also read|further reading|keep reading|continue reading)(\\s?[:»→>].{0,120})?"),
          line(LINKS, "more from (us|our|the|this) .{0,40}"),
          line(LEGAL, "(©|\\(c\\)|copyright\\b).{0,120}|.{0,60}all rights reserved.{0,20}"),
          line(
              LEGAL,
              "(privacy policy|terms( of (use|service)| (and|&) conditions)?|disclaimer|imprint)"),
          line(
              IMAGES,
              "(image|photo|picture)( credit| source)?s?( ?:| by\\b| via\\b).{0,80}|source:.{0,80}"));

  private static final String OURS =
      "(advisor|adviser|tool|newsletter|quiz|app|courses?|guides?|e-?books?|checklist|template"
          + "|community|job board|web ?site|page|blog|services?|platform|calculator|builder"
          + "|membership|list|articles?|store|shop|offer|academy|program(me)?|podcast|channel)";

  // Sentences, within a paragraph too.
  private static final List<Rule> SENTENCES =
      List.of(
          sentence(
              COOKIES,
              "\\b(we|(web)?site|partners|pages?)( and .{0,30})?( may| can| also)? (uses?|sets?|stores?)"
                  + " cookies\\b"),
          sentence(
              COOKIES,
              "\\bcookie (policy|settings|preferences|consent|notice)\\b"
                  + "|\\b(accept|reject|allow) (all |our |the )?cookies\\b"),
          sentence(
              COOKIES,
              "\\bby (continuing|clicking|using this)\\b.{0,60}\\b(agree|consent|accept)\\b"),
          sentence(ADVERT, "\\bai career path advisor\\b"),
          sentence(
              ADVERT,
              "\\b(explore|try|check out|discover|download|visit|browse|use|get|grab|take|see"
                  + "|read|join|view) (out )?(our|my)\\b.{0,40}\\b"
                  + OURS
                  + "\\b"),
          sentence(
              ADVERT,
              "\\b(sign up|subscribe|join|register)\\b.{0,40}\\b(our|my) .{0,30}\\b"
                  + OURS
                  + "\\b"),
          sentence(
              ADVERT,
              "\\b(sign up|subscribe) (now|today|here|for free)\\b|\\bstraight to your inbox\\b"),
          sentence(
              ADVERT,
              "\\b(use|with) (the )?(promo|coupon|discount) code\\b"
                  + "|\\blimited[- ]time offer\\b|\\b\\d{1,2}% off( (your|all|our|any|with)\\b|[.!])"),
          sentence(
              ADVERT,
              "\\bas an (amazon )?(associate|affiliate)\\b|\\baffiliate links?\\b"
                  + "|\\bearn a (small )?commission\\b"),
          sentence(
              LINKS,
              "^(read more|learn more|see also|related|read also|also read"
                  + "|more on this)\\s*[:–—-]|^click here\\b"),
          sentence(SHARE, "^(share|tweet|pin) this (article|post|page|guide)\\b"));

  // What follows an advert and speaks of it.
  private static final Pattern GOES_ON =
      Pattern.compile(
          "(?i)^(?:this|it|the|our)\\b.{0,40}\\b"
              + OURS
              + "\\b.*|^it(?:’s|'s| is) (?:free|complimentary)\\b.*");

  private PageFurniture() {}

  private static Rule line(String reason, String pattern) {
    return new Rule(reason, Pattern.compile("(?i)(?:" + pattern + ")[.:!]?"));
  }

  private static Rule sentence(String reason, String pattern) {
    return new Rule(reason, Pattern.compile("(?i)" + pattern));
  }

  /** Why a whole line is no part of an article; empty when it is one. */
  static Optional<String> line(String text) {
    return text.length() > LONGEST_LINE
        ? Optional.empty()
        : LINES.stream()
            .filter(r -> r.pattern().matcher(text).matches())
            .map(Rule::reason)
            .findFirst();
  }

  private static Optional<String> sentence(String text) {
    return SENTENCES.stream()
        .filter(r -> r.pattern().matcher(text).find())
        .map(Rule::reason)
        .findFirst();
  }

  /** The blocks without the site's own; what is dropped is noted. */
  static List<Block> clean(List<Block> blocks, ImportNotes notes) {
    var kept = new ArrayList<Block>();
    boolean advert = false;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      Optional<String> reason =
          block instanceof Block.TableRow ? Optional.empty() : line(block.text());
      if (reason.isPresent()) {
        notes.leaveOut(reason.get(), block);
        i = skipBelow(blocks, i, reason.get(), notes);
      } else if (block instanceof Block.Heading || block instanceof Block.TableRow) {
        kept.add(block);
        advert = false;
      } else {
        advert = cleanSentences(block, advert, kept, notes);
      }
    }
    return kept;
  }

  // A heading such as "Related posts" takes what stands below it along, up to the next heading as
  // high; a plain line takes the list below it.
  private static int skipBelow(List<Block> blocks, int at, String reason, ImportNotes notes) {
    int last = at;
    int level = blocks.get(at) instanceof Block.Heading h ? h.level() : Block.BOLD_LEVEL + 1;
    for (int i = at + 1; i < blocks.size(); i++) {
      Block next = blocks.get(i);
      boolean below =
          switch (next) {
            case Block.Heading h ->
                h.level() > level && ArticlePart.of(h.text()).isEmpty() && !StepMark.isOn(h);
            case Block.ListItem item -> !reason.equals(AUTHOR) || level < Block.BOLD_LEVEL;
            default -> level < Block.BOLD_LEVEL;
          };
      if (!below) {
        break;
      }
      notes.leaveOut(reason, next);
      last = i;
    }
    return last;
  }

  private static boolean cleanSentences(
      Block block, boolean afterAdvert, List<Block> kept, ImportNotes notes) {
    var rest = new ArrayList<String>();
    boolean advert = afterAdvert;
    boolean dropped = false;
    for (String text : PlainText.sentences(block.text())) {
      Optional<String> reason =
          advert && GOES_ON.matcher(text).matches() ? Optional.of(ADVERT) : sentence(text);
      advert = reason.filter(ADVERT::equals).isPresent();
      if (reason.isPresent()) {
        notes.leaveOut(reason.get(), text, block.line());
        dropped = true;
      } else {
        rest.add(text);
      }
    }
    if (!dropped) {
      kept.add(block);
    } else if (!rest.isEmpty()) {
      kept.add(withText(block, String.join(" ", rest)));
    }
    return advert;
  }

  private static Block withText(Block block, String text) {
    return switch (block) {
      case Block.Paragraph p ->
          new Block.Paragraph(text.startsWith(p.lead()) ? p.lead() : "", text, p.line());
      case Block.ListItem i ->
          new Block.ListItem(
              i.depth(), i.number(), text.startsWith(i.lead()) ? i.lead() : "", text, i.line());
      default -> block;
    };
  }
}
