package dev.peregrine.host.pipeline;

import dev.peregrine.api.PostingDetail;
import dev.peregrine.host.pipeline.ApplicationMapper.ApplicationData;
import dev.peregrine.host.pipeline.ApplicationMapper.SeenData;
import dev.peregrine.host.storage.Mappers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what is known of each application. */
final class ApplicationReading {

  private static final Pattern MAIL =
      Pattern.compile("[\\w.+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,6}");
  private static final int MOST_MAILS = 10;

  private ApplicationReading() {}

  static List<Application> all(Mappers mappers) {
    ApplicationMapper mapper = mappers.of(ApplicationMapper.class);
    Map<Long, List<SeenData>> seen =
        mapper.seen().stream().collect(Collectors.groupingBy(SeenData::job));
    return mapper.all().stream()
        .map(data -> application(data, seen.getOrDefault(data.id(), List.of())))
        .toList();
  }

  private static Application application(ApplicationData data, List<SeenData> seen) {
    Map<PostingDetail, String> details = StoredText.details(data.details());
    Stage stage = Stage.of(data.stage());
    return new Application(
        data.id(),
        data.title(),
        Optional.ofNullable(data.company()),
        stage,
        JobReading.rejectedAfter(data.after()),
        Instant.ofEpochMilli(data.applied()),
        Optional.ofNullable(data.ended()).map(Instant::ofEpochMilli),
        data.place() == null ? "" : data.place(),
        Stream.concat(
                Stream.of(data.applyUrl(), details.get(PostingDetail.COMPANY_SITE)),
                seen.stream()
                    .flatMap(one -> Stream.of(one.url(), one.postingUrl(), one.applyUrl())))
            .filter(Objects::nonNull)
            .distinct()
            .toList(),
        Stream.concat(
                Stream.of(details.get(PostingDetail.REQUISITION)),
                seen.stream().map(SeenData::nativeId))
            .filter(Objects::nonNull)
            .distinct()
            .toList(),
        mails(details.get(PostingDetail.CONTACT_MAIL), data.text()));
  }

  private static List<String> mails(@org.jspecify.annotations.Nullable String... texts) {
    var mails = new ArrayList<String>();
    for (String text : texts) {
      if (text != null) {
        MAIL.matcher(text)
            .results()
            .map(MatchResult::group)
            .map(mail -> mail.toLowerCase(Locale.ROOT))
            .limit(MOST_MAILS)
            .forEach(mails::add);
      }
    }
    return mails.stream().distinct().toList();
  }
}
