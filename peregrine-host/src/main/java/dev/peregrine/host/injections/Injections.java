package dev.peregrine.host.injections;

import dev.peregrine.api.Posting;
import dev.peregrine.host.injections.Injection.Kind;
import dev.peregrine.host.injections.Wordings.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what in a text of others speaks to a machine. The same text has the same answer, and nobody
 * is asked.
 */
public final class Injections {

  private static final int LONGEST = 300_000;
  private static final int MOST = 8;
  private static final int EXCERPT = 240;

  /** Fewer words that nobody sees are labels and search tags. */
  private static final int WORDS = 6;

  /** Signs by which servers tell models whose turn it is; in no text that is meant for people. */
  private static final Pattern SIGNS =
      Pattern.compile(
          "<[|｜][a-zA-Z_▁ ]{2,40}[|｜]>|\\[/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS)]|<</?SYS>>|</?(?:start|end)_of_turn>"
              + "|</?(?:system|assistant|system_prompt|tool_call|tool_response|function_calls?|antml:[a-z_]+|untrusted[a-z_]*|job_(?:posting|description))\\b[^>]{0,80}>"
              + "|(?m:^\\s*#{2,3} ?(?:Instruction|Response|System|Assistant) ?:)");

  /** Several words without a gap, as they come out where each letter stood alone. */
  private static final Pattern RUN_TOGETHER =
      Pattern.compile(
          "(?:ignore|disregard|forget)(?:all|any|the|your|my)*(?:previous|prior|above|earlier)(?:instructions?|prompts?|rules)?|ignor(?:ier|iere|ieren|iert)(?:e|t)?(?:alle)?(?:vorherigen|bisherigen)");

  private Injections() {}

  /** In all that a posting says. */
  public static List<Injection> in(Posting posting) {
    var all = new ArrayList<>(find(posting.title()));
    posting.company().ifPresent(company -> all.addAll(find(company)));
    posting.description().ifPresent(description -> all.addAll(find(description)));
    return all.stream().distinct().limit(MOST).toList();
  }

  /**
   * In one text.
   *
   * @param foreign as it came, HTML or plain: what is hidden is only found there
   * @return at most eight, those that nobody sees first
   */
  public static List<Injection> find(String foreign) {
    String text = foreign.length() > LONGEST ? foreign.substring(0, LONGEST) : foreign;
    var found = new LinkedHashMap<String, Injection>();
    Seen seen = Seen.of(text);
    for (String hidden : seen.hidden()) {
      hidden(hidden, found);
    }
    for (String unreadable : Disguises.unreadable(text)) {
      hidden(unreadable, found);
    }
    for (String beside : seen.beside()) {
      spoken(beside, true, found);
    }
    spoken(seen.visible(), false, found);
    signs(text, found);
    return found.values().stream().limit(MOST).toList();
  }

  /** What a person sees of a text, HTML or plain: paragraphs on lines of their own. */
  public static String seen(String foreign) {
    return Seen.of(foreign.length() > LONGEST ? foreign.substring(0, LONGEST) : foreign).visible();
  }

  private static void hidden(String text, Map<String, Injection> found) {
    int before = found.size();
    spoken(text, true, found);
    String read = Disguises.read(text);
    if (found.size() == before && read.split(" ").length >= WORDS) {
      add(Kind.UNSEEN, excerpt(read, 0, 0), true, found);
    }
  }

  private static void spoken(String text, boolean unseen, Map<String, Injection> found) {
    String read = Disguises.read(text);
    int before = found.size();
    said(read, unseen, found);
    if (found.size() == before) {
      disguised(read, found);
    }
  }

  /** Looked for only where nothing is said openly. */
  private static void disguised(String read, Map<String, Injection> found) {
    for (String other : Disguises.others(read)) {
      int before = found.size();
      said(other, true, found);
      Matcher run = RUN_TOGETHER.matcher(Disguises.lower(other));
      if (found.size() == before && run.find()) {
        add(Kind.SETS_ASIDE, excerpt(other, run.start(), run.end()), true, found);
      }
    }
  }

  private static void said(String read, boolean unseen, Map<String, Injection> found) {
    String lower = Disguises.lower(read);
    for (Wordings.Group group : Wordings.ALL) {
      for (Signals.Stretch stretch : group.signals().around(lower)) {
        for (Wording wording : group.wordings()) {
          Matcher matcher =
              wording
                  .pattern()
                  .matcher(lower)
                  .region(stretch.from(), stretch.to())
                  .useAnchoringBounds(false)
                  .useTransparentBounds(true);
          if (matcher.find()) {
            add(wording.kind(), excerpt(read, matcher.start(), matcher.end()), unseen, found);
          }
        }
      }
    }
  }

  private static void signs(String text, Map<String, Injection> found) {
    Matcher sign = SIGNS.matcher(text);
    if (sign.find()) {
      String around =
          text.substring(
              Math.max(0, sign.start() - 20), Math.min(text.length(), sign.end() + EXCERPT / 2));
      String read = Disguises.read(around);
      add(Kind.PLAYS_A_ROLE, excerpt(read, 0, 0), true, found);
    }
  }

  /** One example of each kind is enough to judge by; of words that are asked for each counts. */
  private static void add(Kind kind, String excerpt, boolean unseen, Map<String, Injection> found) {
    found.putIfAbsent(
        kind == Kind.CODE_WORD ? excerpt : kind.key(), new Injection(kind, excerpt, unseen));
  }

  /** The sentence around a place. */
  private static String excerpt(String text, int start, int end) {
    int from = start;
    while (from > 0 && start - from < EXCERPT / 3 && !ends(text, from - 1)) {
      from--;
    }
    while (from > 0 && from < start && !Character.isWhitespace(text.charAt(from - 1))) {
      from++;
    }
    int to = end;
    while (to < text.length() && to - from < EXCERPT && (to == 0 || !ends(text, to - 1))) {
      to++;
    }
    String cut = text.substring(from, Math.min(to, from + EXCERPT)).strip().replace('\n', ' ');
    return (from > 0 && !ends(text, from - 1) ? "… " : "")
        + cut
        + (to < text.length() && !ends(text, to - 1) ? " …" : "");
  }

  private static boolean ends(String text, int at) {
    char letter = text.charAt(at);
    return letter == '\n'
        || letter == '。'
        || (letter == '.' || letter == '!' || letter == '?')
            && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
  }
}
