package dev.peregrine.host.pipeline;

import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.pipeline.JobEventMapper.EventData;
import dev.peregrine.host.pipeline.JobReadMapper.PostingData;
import dev.peregrine.host.pipeline.JobReadMapper.ScoreData;
import dev.peregrine.host.pipeline.JobReadMapper.SightingRow;
import dev.peregrine.host.storage.Mappers;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes jobs out of rows. */
final class JobReading {

  private JobReading() {}

  static Optional<Job> find(Mappers mappers, long id) {
    JobReadMapper reading = mappers.of(JobReadMapper.class);
    PostingData data = reading.find(id);
    if (data == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Job(
            id,
            posting(data),
            data.descriptionText(),
            data.board(),
            Stage.of(data.stage()),
            Optional.ofNullable(data.rejectionStage()).map(JobReading::rejectionStage),
            Instant.ofEpochMilli(data.found()),
            Optional.ofNullable(reading.score(id)).map(JobReading::scored),
            reading.sightings(id).stream().map(JobReading::sighting).toList(),
            mappers.of(JobEventMapper.class).of(id).stream().map(JobReading::event).toList(),
            hidden(data.hiddenRule(), data.hiddenDetail())));
  }

  static Posting posting(PostingData data) {
    return new Posting(
        data.nativeId(),
        data.title(),
        Optional.ofNullable(data.company()),
        URI.create(data.url()),
        Optional.ofNullable(data.applyUrl()).map(URI::create),
        StoredText.places(data.places()),
        remote(data.remote()),
        Optional.ofNullable(data.posted()).map(LocalDate::ofEpochDay),
        Optional.ofNullable(data.closes()).map(Instant::ofEpochMilli),
        StoredText.employmentTypes(data.employmentTypes()),
        new SalaryData(
                data.salaryMin(),
                data.salaryMax(),
                data.salaryCurrency(),
                data.salaryPeriod(),
                data.salaryOrigin())
            .salary(),
        Optional.ofNullable(data.description()).or(() -> Optional.of(data.descriptionText())),
        StoredText.strings(data.tags()),
        StoredText.details(data.details()));
  }

  static Optional<RemoteMode> remote(@Nullable String key) {
    return Optional.ofNullable(key).map(name -> RemoteMode.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  static Optional<Hidden> hidden(@Nullable String rule, @Nullable String detail) {
    return Optional.ofNullable(rule).map(key -> new Hidden(key, detail == null ? "" : detail));
  }

  private static Stage rejectionStage(String key) {
    return key.equals("review") ? Stage.PENDING : Stage.of(key);
  }

  private static Scored scored(ScoreData data) {
    Score score =
        data.score() == null
            ? new Score.None(data.why() == null ? "" : data.why())
            : new Score.Match(
                data.score(), StoredText.reasons(data.reasons()), StoredText.strings(data.gaps()));
    return new Scored(data.scorer(), score, Instant.ofEpochMilli(data.at()));
  }

  private static Sighting sighting(SightingRow row) {
    return new Sighting(
        row.board(),
        URI.create(row.postingUrl()),
        Instant.ofEpochMilli(row.lastSeen()),
        new SalaryData(
                row.salaryMin(),
                row.salaryMax(),
                row.salaryCurrency(),
                row.salaryPeriod(),
                row.salaryOrigin())
            .salary());
  }

  private static JobEvent event(EventData data) {
    Optional<Stage> from = Optional.ofNullable(data.fromStage()).map(Stage::of);
    Optional<Stage> to = Optional.ofNullable(data.toStage()).map(Stage::of);
    Optional<String> reason = Optional.ofNullable(data.reason());
    return new JobEvent(
        data.id(),
        Instant.ofEpochMilli(data.at()),
        data.kind(),
        Wording.event(data, from, to, reason),
        from,
        to,
        reason,
        data.undone());
  }
}
