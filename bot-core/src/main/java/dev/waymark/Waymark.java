package dev.waymark;

import dev.waymark.answer.AskableGuide;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatChannel;
import dev.waymark.chat.Platform;
import dev.waymark.chat.Unavailable;
import dev.waymark.command.BotCommands;
import dev.waymark.command.GuideShelf;
import dev.waymark.picture.Pictures;
import dev.waymark.search.GuideIndex;
import dev.waymark.store.ConversationStore;
import dev.waymark.store.Database;
import dev.waymark.store.DueTasks;
import dev.waymark.store.HistoryStore;
import dev.waymark.store.PeopleStore;
import dev.waymark.store.SeenEventStore;
import dev.waymark.store.TipStore;
import dev.waymark.store.UnusableDatabase;
import dev.waymark.tips.TipDesk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waymark, wired: guides, database and commands make the bot that every platform talks to.
 * Thread-safe.
 */
public final class Waymark implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Waymark.class);

  private final List<LazyGuide> guides;
  private final Pictures pictures;
  private static final Duration PURGE = Duration.ofMinutes(10);

  private final Database database;
  private final ChatBot bot;
  private final TipDesk tips;
  private final Clock clock;
  private final List<DueTasks> posting = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService purger =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("purge").factory());
  private final AtomicBoolean closed = new AtomicBoolean();

  private Waymark(
      List<LazyGuide> guides,
      Pictures pictures,
      Database database,
      BotCommands.Wired wired,
      Clock clock) {
    this.guides = guides;
    this.pictures = pictures;
    this.database = database;
    this.bot = wired.bot();
    this.tips = wired.tips();
    this.clock = clock;
  }

  /** It cannot be opened. The message is one sentence: what is wrong, where, and what to do. */
  public static final class CannotOpen extends Exception {
    private static final long serialVersionUID = 1;

    CannotOpen(String message, Throwable cause) {
      super(message, cause);
    }

    CannotOpen(String message) {
      super(message);
    }
  }

  /**
   * Wires it.
   *
   * @param folders the guides' folders
   * @param pace how often one may ask
   * @throws CannotOpen when there is no guide, or a guide or the database cannot be used
   */
  public static Waymark open(Settings settings, List<Path> folders, ChatBot.Pace pace, Clock clock)
      throws CannotOpen {
    if (folders.isEmpty()) {
      throw new CannotOpen(
          settings.guides() + " holds no guide: name one with --guide DIR or set WAYMARK_GUIDES");
    }
    try {
      return wire(settings, folders, pace, clock);
    } catch (AskableGuide.UnusableGuide | UnusableDatabase e) {
      throw new CannotOpen(String.valueOf(e.getMessage()), e);
    }
  }

  private static Waymark wire(Settings settings, List<Path> folders, ChatBot.Pace pace, Clock clock)
      throws AskableGuide.UnusableGuide, UnusableDatabase {
    var guides = new ArrayList<LazyGuide>();
    Supplier<GuideIndex.Encoder> encoder = sharedEncoder(settings.cache());
    for (Path folder : folders) {
      guides.add(LazyGuide.read(folder, settings.commonFor(folder), settings.cache(), encoder));
    }
    var shelf =
        new GuideShelf(guides.stream().map(g -> GuideShelf.Book.of(g.guide(), g::finder)).toList());
    Database database = Database.open(settings.database());
    var kept =
        new BotCommands.Kept(
            new SeenEventStore(database),
            new ConversationStore(database),
            new PeopleStore(database),
            new HistoryStore(database),
            new TipStore(database));
    var pictures = new Pictures();
    BotCommands.Wired wired = BotCommands.bot(shelf, pictures, kept, pace, clock);
    var waymark = new Waymark(guides, pictures, database, wired, clock);
    waymark.purge(clock);
    return waymark;
  }

  /** One encoder for all guides: loaded at the first question, and anew when that failed. */
  private static Supplier<GuideIndex.Encoder> sharedEncoder(Optional<Path> cache) {
    var held = new ConcurrentHashMap<String, GuideIndex.Encoder>();
    return () ->
        held.compute(
            "encoder",
            (key, loaded) ->
                loaded == null || loaded.hasFailed() ? GuideIndex.loadEncoder(cache) : loaded);
  }

  /** What is kept for a while only goes when its time is over, also when nobody says anything. */
  private void purge(Clock clock) {
    var unused =
        purger.scheduleWithFixedDelay(
            () -> {
              try {
                database.purge(clock.instant());
              } catch (Unavailable e) {
                LOG.warn("nothing could be purged: {}", e.getMessage());
              }
            },
            0,
            PURGE.toSeconds(),
            TimeUnit.SECONDS);
  }

  /** The bot. */
  public ChatBot bot() {
    return bot;
  }

  /**
   * Lets the bot say something on a platform when somebody asks for it, and nothing of its own
   * accord: for a sitting that is too short for that.
   */
  public void connectBriefly(Platform platform, ChatChannel channel) {
    tips.connect(platform, channel, poster -> (subscription, at) -> {});
  }

  /**
   * Lets the bot say something of its own accord on a platform; what is due is posted from now on.
   */
  public void connect(Platform platform, ChatChannel channel) {
    tips.connect(
        platform,
        channel,
        poster -> {
          var due = new DueTasks(database, "tip-" + platform.code(), poster::run, clock);
          posting.add(due);
          due.start();
          return due;
        });
    purger.execute(() -> scheduleAll(platform));
  }

  private void scheduleAll(Platform platform) {
    try {
      tips.scheduleAll(platform);
    } catch (Unavailable e) {
      LOG.warn("the tips are not scheduled yet: {}", e.getMessage());
      var unused = purger.schedule(() -> scheduleAll(platform), 1, TimeUnit.MINUTES);
    }
  }

  /** Posts nothing more, and waits for what is being posted; to be called before disconnecting. */
  public void stopPosting() {
    posting.forEach(DueTasks::close);
  }

  /** Makes the guides ready in the background, so that nobody's first question waits for it. */
  public void warmUp() {
    Thread.ofPlatform()
        .daemon()
        .name("warm-up")
        .start(
            () -> {
              guides.forEach(LazyGuide::finder);
              pictures.warmUp();
            });
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      purger.shutdownNow();
      stopPosting();
      guides.forEach(LazyGuide::close);
      database.close();
    }
  }
}
