package dev.peregrine.host.importers;

import dev.peregrine.host.pipeline.Ending;
import dev.peregrine.host.pipeline.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a job of a list stands, and for those that are over, how they ended. */
public enum Standing {
  WAITING(Stage.PENDING),
  APPROVED(Stage.APPROVED),
  ARCHIVED(Stage.ARCHIVED),
  APPLIED(Stage.APPLIED),
  SURVEY(Stage.SURVEY),
  PHONE_SCREEN(Stage.PHONE_SCREEN),
  INTERVIEWING(Stage.INTERVIEWING),
  OFFER(Stage.OFFER),
  HIRED(Stage.HIRED),
  REJECTED(Stage.REJECTED),
  WITHDRAWN(Stage.REJECTED),
  GHOSTED(Stage.REJECTED),
  /** Turned down by the person, who never applied. */
  DISCARDED(Stage.REJECTED);

  private static final Map<String, Standing> WORDS = words();

  private final Stage stage;

  Standing(Stage stage) {
    this.stage = stage;
  }

  Stage stage() {
    return stage;
  }

  Optional<Ending> ending() {
    return switch (this) {
      case REJECTED -> Optional.of(Ending.REJECTED);
      case WITHDRAWN -> Optional.of(Ending.WITHDRAWN);
      case GHOSTED -> Optional.of(Ending.GHOSTED);
      case WAITING,
          APPROVED,
          ARCHIVED,
          APPLIED,
          SURVEY,
          PHONE_SCREEN,
          INTERVIEWING,
          OFFER,
          HIRED,
          DISCARDED ->
          Optional.empty();
    };
  }

  /** Whether the person has applied where something stands so. */
  boolean hasApplied() {
    return switch (this) {
      case APPLIED, SURVEY, PHONE_SCREEN, INTERVIEWING, OFFER, HIRED -> true;
      case REJECTED, WITHDRAWN, GHOSTED -> true;
      case WAITING, APPROVED, ARCHIVED, DISCARDED -> false;
    };
  }

  /** The name in forms, tables and command lines. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that key. */
  public static Optional<Standing> find(String key) {
    return Stream.of(values()).filter(each -> each.key().equalsIgnoreCase(key)).findFirst();
  }

  /** What a word of a list means; empty for one that is not known. */
  static Optional<Standing> of(String word) {
    return Optional.ofNullable(WORDS.get(plain(word)));
  }

  /** A word without case, signs and figures, such as the number of a column of a board. */
  static String plain(String word) {
    return word.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}]+", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static Map<String, Standing> words() {
    var words = new HashMap<String, Standing>();
    add(
        words,
        WAITING,
        "pending|saved|wishlist|wish list|bookmarked|bookmark|new|lead|leads|active leads|interested|to do|todo|backlog|discovered|researching|found|gemerkt|gespeichert|neu|offen|merkliste|interessant|in review|review");
    add(
        words,
        APPROVED,
        "approved|applying|to apply|ready|ready to apply|draft|preparing|prepare|in preparation|processing|in vorbereitung|entwurf|zu bewerben|angenommen zum bewerben");
    add(words, ARCHIVED, "archived|archive|archiviert|on hold|paused|expired|closed|abgelaufen");
    add(
        words,
        APPLIED,
        "applied|application sent|application submitted|submitted|sent|in progress|waiting|awaiting response|under review|beworben|abgeschickt|gesendet|eingereicht|bewerbung gesendet|bewerbung abgeschickt|laufend|followed up|follow up");
    add(
        words,
        SURVEY,
        "survey|assessment|test|take home|take home test|coding test|coding challenge|online assessment|einstellungstest|aufgabe");
    add(
        words,
        PHONE_SCREEN,
        "phone screen|phone screening|phone interview|screen|screening|screening call|recruiter screen|recruiter call|hr screen|hr interview|hiring manager screen|telefoninterview|telefonat|erstgespräch|vorgespräch");
    add(
        words,
        INTERVIEWING,
        "interviewing|interview|interviews|interviewed|technical interview|technical|onsite|on site|final round|final interview|second interview|first interview|vorstellungsgespräch|gespräch|im gespräch|zweitgespräch|team match");
    add(
        words,
        OFFER,
        "offer|offers|offer received|offered|negotiating|negotiation|angebot|angebot erhalten|zusage");
    add(
        words,
        HIRED,
        "hired|accepted|offer accepted|accepted offer|got it|joined|eingestellt|angenommen|angebot angenommen|vertrag");
    add(
        words,
        REJECTED,
        "rejected|rejection|declined|no|turned down|denied|unsuccessful|not selected|not moving forward|closed lost|absage|abgelehnt|abgesagt");
    add(
        words,
        WITHDRAWN,
        "withdrawn|withdrew|i withdrew|application withdrawn|offer declined|declined offer|offer rejected by me|zurückgezogen|angebot abgelehnt");
    add(
        words,
        GHOSTED,
        "ghosted|no response|no reply|no answer|stale|keine antwort|keine rückmeldung");
    add(
        words,
        DISCARDED,
        "skipped|not interested|dismissed|discarded|ignored|skip|passed|kein interesse|uninteressant|verworfen|übersprungen");
    return Map.copyOf(words);
  }

  private static void add(Map<String, Standing> to, Standing standing, String words) {
    List.of(words.split("\\|")).forEach(word -> to.put(word, standing));
  }
}
