package dev.peregrine.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A number as people of several countries write it: {@code 75}, {@code 140.25}, {@code 31,2},
 * {@code 70.000}, {@code 117,000.00}, {@code 45 000}, {@code 110'000}, {@code 8,00,000}.
 *
 * @param value empty where it is no amount, such as a date or a percentage
 * @param end index behind it
 */
record SalaryNumber(Optional<BigDecimal> value, int end) {

  static SalaryNumber at(String text, int start) {
    var groups = new ArrayList<String>();
    var separators = new StringBuilder();
    int at = digits(text, start);
    groups.add(text.substring(start, at));
    while (at < text.length() && continues(text, at, groups, separators)) {
      separators.append(text.charAt(at));
      int end = digits(text, at + 1);
      groups.add(text.substring(at + 1, end));
      at = end;
    }
    boolean percentage = at < text.length() && text.charAt(at) == '%';
    boolean thousands =
        at < text.length()
            && text.charAt(at) == 'k'
            && (at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1)));
    return new SalaryNumber(
        percentage ? Optional.empty() : value(groups, separators.toString(), thousands), at);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int digits(String text, int start) {
    int at = start;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean continues(
      String text, int at, List<String> groups, CharSequence separators) {
    char c = text.charAt(at);
    int end = digits(text, at + 1);
    if (c == '.' || c == ',' || c == '\'') {
      return end > at + 1;
    }
    // A blank parts thousands only: "45 000", but not "level 3 5000" and not "$50 100%".
    return c == ' '
        && end == at + 4
        && groups.getFirst().length() <= 3
        && separators.chars().allMatch(separator -> separator == ' ')
        && (end == text.length() || text.charAt(end) != '%');
  }

  private static Optional<BigDecimal> value(
      List<String> groups, String separators, boolean thousands) {
    int last = separators.length() - 1;
    boolean decimals =
        last >= 0 && isDecimal(groups, separators.charAt(last), separators, thousands);
    List<String> whole = decimals ? groups.subList(0, groups.size() - 1) : groups;
    if (!isGrouped(whole, decimals ? separators.substring(0, last) : separators)) {
      return Optional.empty();
    }
    String digits = String.join("", whole);
    return digits.length() > 12
        ? Optional.empty()
        : Optional.of(new BigDecimal(decimals ? digits + "." + groups.getLast() : digits));
  }

  /** "31,2" and "140.25" have decimals, "70.000" has not, but "140.255k" has. */
  private static boolean isDecimal(
      List<String> groups, char separator, String separators, boolean thousands) {
    int length = groups.getLast().length();
    return (separator == '.' || separator == ',')
        && (length <= 2 || (length == 3 && thousands && separators.length() == 1))
        && separators.indexOf(separator) == separators.length() - 1;
  }

  private static boolean isGrouped(List<String> groups, String separators) {
    if (groups.size() == 1) {
      return true;
    }
    boolean oneSeparator = separators.chars().distinct().count() == 1;
    boolean first = groups.getFirst().length() <= 3 && !groups.getFirst().startsWith("0");
    boolean last = groups.getLast().length() == 3;
    List<String> middle = groups.subList(1, groups.size() - 1);
    boolean threes = middle.stream().allMatch(group -> group.length() == 3);
    // India parts hundreds of thousands: "8,00,000"
    boolean twos =
        groups.getFirst().length() <= 2
            && !middle.isEmpty()
            && middle.stream().allMatch(group -> group.length() == 2);
    return oneSeparator && first && last && (threes || twos);
  }
}
