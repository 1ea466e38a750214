package dev.peregrine.host.pipeline;

import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.Salary;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A posting made ready to be stored: cut to what a person could read, with the keys by which it is
 * compared. Made before the transaction begins, since the text takes most of the time.
 *
 * @param url canonical
 * @param applyAddress canonical too; only if it is that of one posting
 * @param text the description without markup
 */
record Draft(
    Posting posting,
    URI url,
    @Nullable String applyAddress,
    String text,
    String companyKey,
    TitleKey title,
    PlaceKey place) {

  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_VALUE = 4_000;
  private static final int LONGEST_DESCRIPTION = 300_000;
  private static final int MOST_PLACES = 100;
  private static final int MOST_TAGS = 100;

  static Draft of(Posting found) {
    Posting cut = cut(found);
    String text = cut.description().map(PlainText::of).orElse("");
    Posting posting = cut.salary().isPresent() ? cut : cut.withSalary(Salary.inText(text));
    return new Draft(
        posting,
        PostingUrl.canonical(posting.url()),
        posting
            .applyUrl()
            .filter(PostingUrl::isOfOnePosting)
            .map(url -> PostingUrl.canonical(url).toString())
            .orElse(null),
        text,
        CompanyKey.of(posting.company()),
        TitleKey.of(posting.title()),
        PlaceKey.of(posting.places(), posting.remote()));
  }

  private static Posting cut(Posting posting) {
    Map<PostingDetail, String> details = new EnumMap<>(PostingDetail.class);
    posting.details().forEach((key, value) -> details.put(key, cut(value, LONGEST_VALUE)));
    return new Posting(
        cut(posting.nativeId(), LONGEST_VALUE),
        cut(posting.title(), LONGEST_LINE),
        posting.company().map(name -> cut(name, LONGEST_LINE)),
        posting.url(),
        posting.applyUrl(),
        posting.places().stream().limit(MOST_PLACES).toList(),
        posting.remote(),
        posting.posted(),
        posting.closes(),
        posting.employmentTypes(),
        SalaryData.sensible(posting.salary()),
        posting.description().map(text -> cut(text, LONGEST_DESCRIPTION)),
        posting.tags().stream().limit(MOST_TAGS).map(tag -> cut(tag, LONGEST_LINE)).toList(),
        details);
  }

  private static String cut(String text, int longest) {
    // SQLite's functions take a text to end at its first zero.
    String whole = text.indexOf('\0') < 0 ? text : text.replace('\0', ' ');
    if (whole.length() <= longest) {
      return whole;
    }
    int end = Character.isHighSurrogate(whole.charAt(longest - 1)) ? longest - 1 : longest;
    return whole.substring(0, end);
  }

  JobData data(long id, String board, Instant found, Optional<Hidden> hidden) {
    LocalDate today = LocalDate.ofInstant(found, java.time.ZoneOffset.UTC);
    return new JobData(
        id,
        posting.title(),
        posting.company().orElse(null),
        shownPlace(),
        url.toString(),
        board,
        posting.nativeId(),
        posting.remote().map(Draft::key).orElse(null),
        SalaryData.of(posting.salary()),
        SalaryData.annualPay(posting.salary()),
        posting.posted().map(LocalDate::toEpochDay).orElse(null),
        posting.closes().map(Draft::millis).orElse(null),
        found.toEpochMilli(),
        hidden.map(Hidden::rule).orElse(null),
        hidden.map(Hidden::detail).orElse(null),
        // A day to come would hold the top of the list for ever.
        posting.posted().filter(day -> day.isBefore(today)).orElse(today).toEpochDay(),
        sortCompany(),
        companyKey,
        title.text(),
        place.text(),
        posting.applyUrl().map(URI::toString).orElse(null),
        StoredText.places(posting.places()),
        StoredText.employmentTypes(posting.employmentTypes()),
        StoredText.strings(posting.tags()),
        StoredText.details(posting.details()),
        posting.description().filter(html -> !html.equals(text)).orElse(null),
        text);
  }

  private @Nullable String shownPlace() {
    List<String> texts =
        posting.places().stream().map(place -> cut(place.text(), LONGEST_LINE)).toList();
    return switch (texts.size()) {
      case 0 -> null;
      case 1 -> texts.getFirst();
      default -> texts.getFirst() + " +" + (texts.size() - 1);
    };
  }

  /** Those without a name come last. */
  private String sortCompany() {
    return posting.company().map(Folded::of).orElse("\uffff");
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Long millis(Instant instant) {
    try {
      return instant.toEpochMilli();
    } catch (ArithmeticException farAway) {
      return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
