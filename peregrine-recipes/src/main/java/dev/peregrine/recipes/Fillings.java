package dev.peregrine.recipes;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the fields of a posting are filled with what an expression says. */
final class Fillings {

  private static final Set<PostingDetail> ADDRESSES =
      EnumSet.of(
          PostingDetail.COMPANY_PAGE, PostingDetail.COMPANY_SITE, PostingDetail.COMPANY_LOGO);

  private Fillings() {}

  /**
   * The filling of a field that takes an expression; those with entries of their own are not here.
   */
  static Filling of(String field, Expression value) {
    return switch (field) {
      case "company" -> first(value, text -> posting -> posting.withCompany(Optional.of(text)));
      case "apply-url" ->
          (posting, row) ->
              mailTo(row.text(value))
                  .or(() -> row.address(value))
                  .map(address -> posting.withApplyUrl(Optional.of(address)))
                  .orElse(posting);
      case "remote" ->
          read(value, Fillings::remote, (posting, mode) -> posting.withRemote(Optional.of(mode)));
      case "posted" ->
          (posting, row) ->
              firstOf(row, value, text -> Posting.day(text, row.context().clock()))
                  .map(day -> posting.withPosted(Optional.of(day)))
                  .orElse(posting);
      case "closes" ->
          (posting, row) ->
              firstOf(row, value, text -> closes(text, row))
                  .map(end -> posting.withCloses(Optional.of(end)))
                  .orElse(posting);
      case "employment-types" -> (posting, row) -> withTypes(posting, row.texts(value));
      case "description" ->
          (posting, row) -> {
            String all = String.join("\n", row.texts(value));
            return all.isBlank() ? posting : posting.withDescription(Optional.of(all));
          };
      case "tags" ->
          (posting, row) -> {
            List<String> tags = row.texts(value).stream().map(String::strip).distinct().toList();
            return tags.isEmpty() ? posting : posting.withTags(tags);
          };
      default -> detail(detailOf(field), value);
    };
  }

  private static PostingDetail detailOf(String field) {
    return Arrays.stream(PostingDetail.values())
        .filter(detail -> Texts.dashed(detail).equals(field))
        .findFirst()
        .orElseThrow();
  }

  private static Filling detail(PostingDetail detail, Expression value) {
    return ADDRESSES.contains(detail)
        ? (posting, row) -> posting.withDetail(detail, row.address(value).map(URI::toString))
        : (posting, row) ->
            posting.withDetail(
                detail,
                Optional.of(
                    row.texts(value).stream().distinct().collect(Collectors.joining(", "))));
  }

  private interface Setting<T> {
    Posting set(Posting posting, T value);
  }

  private static Filling first(Expression value, Function<String, Function<Posting, Posting>> set) {
    return (posting, row) ->
        row.text(value).map(text -> set.apply(text).apply(posting)).orElse(posting);
  }

  private static <T> Filling read(
      Expression value, Function<String, Optional<T>> reading, Setting<T> setting) {
    return (posting, row) ->
        firstOf(row, value, reading).map(read -> setting.set(posting, read)).orElse(posting);
  }

  private static <T> Optional<T> firstOf(
      Row row, Expression value, Function<String, Optional<T>> reading) {
    return row.texts(value).stream().flatMap(text -> reading.apply(text).stream()).findFirst();
  }

  private static Optional<RemoteMode> remote(String text) {
    return Texts.lower(text).equals("true")
        ? Optional.of(RemoteMode.REMOTE)
        : RemoteMode.parse(text).or(() -> RemoteMode.ofPlace(text));
  }

  /** A day means its end. */
  private static Optional<Instant> closes(String text, Row row) {
    return Posting.moment(text)
        .or(
            () ->
                Posting.day(text, row.context().clock())
                    .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  private static Posting withTypes(Posting posting, List<String> texts) {
    var types = EnumSet.noneOf(EmploymentType.class);
    texts.forEach(text -> types.addAll(EmploymentType.parse(text)));
    return types.isEmpty() ? posting : posting.withEmploymentTypes(types);
  }

  private static Optional<URI> mailTo(Optional<String> text) {
    return text.map(String::strip)
        .map(address -> address.replaceFirst("(?i)^mailto:", ""))
        .filter(address -> address.matches("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}"))
        .map(address -> URI.create("mailto:" + address));
  }
}
