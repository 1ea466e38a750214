package dev.peregrine.host.injections;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes letters for what they are read as, however they are written. */
final class Disguises {

  /** Letters of the plane of tags: each is an invisible letter of ASCII. */
  private static final int TAGS = 0xE0000;

  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cf}\\p{Co}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");
  private static final Pattern TAGGED = Pattern.compile("[\\x{E0020}-\\x{E007E}]{6,}");
  private static final Pattern BREAKS = Pattern.compile("\\s*\\n\\s*");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0&&[^\\n]]+");
  private static final Pattern SPACED =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\p{L}[ .\\-_*·|/]){5,}\\p{L}(?![\\p{L}\\p{N}])");
  private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/_-]{32,4000}={0,2}");
  private static final String SIGNS = "013457@$";
  private static final Pattern MIXED =
      Pattern.compile("(?=\\w*[a-z])(?=\\w*[013457@$])[a-z013457@$]{3,}");

  /** Cyrillic and Greek letters that look like Latin ones. */
  private static final Map<Character, Character> LOOKALIKES =
      lookalikes("аАеЕоОрРсСхХуіІјЅѕԁһԛԝοΟαρυνιΙκ", "aAeEoOpPcCxXyiIjSsdhqwoOapuviIk");

  private static final Pattern TWO_SCRIPTS =
      Pattern.compile(
          "(?U)\\w*(?:[a-zA-Z][а-яА-ЯіІјЅѕԁһԛԝα-ωΑ-Ω]|[а-яА-ЯіІјЅѕԁһԛԝα-ωΑ-Ω][a-zA-Z])\\w*");

  private Disguises() {}

  private static Map<Character, Character> lookalikes(String strange, String plain) {
    var map = new java.util.HashMap<Character, Character>();
    for (int at = 0; at < strange.length(); at++) {
      map.put(strange.charAt(at), plain.charAt(at));
    }
    return Map.copyOf(map);
  }

  /** The text as it is read: no invisible letters, one way to write each, white space squeezed. */
  static String read(String text) {
    String visible = INVISIBLE.matcher(text).replaceAll("");
    String usual = Normalizer.normalize(visible, Normalizer.Form.NFKC);
    String lines = BREAKS.matcher(usual.replace('\r', '\n')).replaceAll("\n");
    boolean oneScript = lines.chars().noneMatch(letter -> letter >= 0x370 && letter < 0x530);
    String latin =
        oneScript
            ? lines
            : TWO_SCRIPTS
                .matcher(lines)
                .replaceAll(word -> Matcher.quoteReplacement(latin(word.group())));
    return BLANKS.matcher(latin).replaceAll(" ").strip();
  }

  private static String latin(String word) {
    return word.chars()
        .mapToObj(letter -> LOOKALIKES.getOrDefault((char) letter, (char) letter).toString())
        .collect(Collectors.joining());
  }

  /** What is written in a way that no person reads: invisible letters and encoded ones. */
  static List<String> unreadable(String text) {
    var found = new ArrayList<String>();
    TAGGED
        .matcher(text)
        .results()
        .limit(5)
        .forEach(
            run ->
                found.add(
                    run.group()
                        .codePoints()
                        .map(tag -> tag - TAGS)
                        .collect(
                            StringBuilder::new,
                            StringBuilder::appendCodePoint,
                            StringBuilder::append)
                        .toString()));
    return found;
  }

  /** The same text where words are taken apart, written with digits, or encoded. */
  static List<String> others(String read) {
    var others = new ArrayList<String>();
    if (SPACED.matcher(read).find()) {
      others.add(
          SPACED.matcher(read).replaceAll(run -> run.group().replaceAll("[ .\\-_*·|/]", "")));
    }
    String lower = lower(read);
    if (mixes(lower) && MIXED.matcher(lower).find()) {
      others.add(MIXED.matcher(lower).replaceAll(word -> letters(word.group())));
    }
    ENCODED
        .matcher(read)
        .results()
        .limit(20)
        .flatMap(run -> decoded(run.group()).stream())
        .forEach(others::add);
    return others;
  }

  /**
   * Whether a letter stands beside one of the signs that are read as letters: few texts do that.
   */
  private static boolean mixes(String lower) {
    for (int at = 1; at < lower.length(); at++) {
      char one = lower.charAt(at - 1);
      char other = lower.charAt(at);
      if (isPlain(one) && SIGNS.indexOf(other) >= 0 || SIGNS.indexOf(one) >= 0 && isPlain(other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlain(char letter) {
    return letter >= 'a' && letter <= 'z';
  }

  private static String letters(String word) {
    return word.replace('0', 'o')
        .replace('1', 'i')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('5', 's')
        .replace('7', 't')
        .replace('@', 'a')
        .replace('$', 's');
  }

  private static List<String> decoded(String run) {
    var texts = new ArrayList<String>();
    try {
      String plain = run.replace('-', '+').replace('_', '/').replaceAll("=+$", "");
      text(Base64.getDecoder().decode(plain)).ifPresent(texts::add);
    } catch (IllegalArgumentException notEncoded) {
      // a long word
    }
    if (run.length() % 2 == 0 && run.matches("[0-9a-fA-F]+")) {
      text(HexFormat.of().parseHex(run)).ifPresent(texts::add);
    }
    return texts;
  }

  private static java.util.Optional<String> text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.chars().allMatch(letter -> letter >= ' ' || letter == '\n')
          ? java.util.Optional.of(text)
          : java.util.Optional.empty();
    } catch (CharacterCodingException notText) {
      return java.util.Optional.empty();
    }
  }

  /** In lower case, each letter at its place. */
  static String lower(String text) {
    var lower = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      lower.append(Character.toLowerCase(text.charAt(at)));
    }
    return lower.toString();
  }
}
