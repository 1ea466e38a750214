package dev.peregrine.plugin.exporter.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What stands in one place of a table. */
sealed interface Cell {

  /** The longest text that a cell of a spreadsheet takes. */
  int LONGEST = 32_767;

  record Text(String text) implements Cell {}

  record Number(BigDecimal number) implements Cell {}

  record Day(LocalDate day) implements Cell {}

  /** A stranger's text without what XML cannot hold and what turns the following text around. */
  static Cell text(String text) {
    var clean = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(sign -> sign == '\n' || sign == '\t' || !isHarmful(sign))
        .map(sign -> Character.getType(sign) == Character.SURROGATE ? 0xFFFD : sign)
        .forEach(clean::appendCodePoint);
    String plain = clean.toString().strip();
    return new Text(plain.length() > LONGEST ? cut(plain) : plain);
  }

  private static String cut(String text) {
    int end = LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static boolean isHarmful(int sign) {
    boolean turns = (sign >= 0x202A && sign <= 0x202E) || (sign >= 0x2066 && sign <= 0x2069);
    boolean isNone = (sign & 0xFFFE) == 0xFFFE;
    return Character.isISOControl(sign) || turns || isNone;
  }

  static Cell text(Optional<String> text) {
    return text(text.orElse(""));
  }

  static Cell number(Optional<BigDecimal> number) {
    return number.<Cell>map(Number::new).orElse(new Text(""));
  }

  static Cell day(Optional<LocalDate> day) {
    return day.<Cell>map(Day::new).orElse(new Text(""));
  }
}
