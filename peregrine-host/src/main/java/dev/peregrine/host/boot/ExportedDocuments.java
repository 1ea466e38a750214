package dev.peregrine.host.boot;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.api.export.ExporterContext.Paper;
import dev.peregrine.host.exports.Applicant;
import dev.peregrine.host.exports.Authorities;
import dev.peregrine.host.exports.Authority;
import dev.peregrine.host.exports.ExportFormat;
import dev.peregrine.host.exports.JobRecords;
import dev.peregrine.host.exports.Prepared;
import dev.peregrine.host.exports.WorkSearches;
import dev.peregrine.host.exports.Written;
import dev.peregrine.host.letters.Clearance;
import dev.peregrine.host.pipeline.Job;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has documents written as the command line wants them. */
record ExportedDocuments(Peregrine peregrine, ExportOptions options, ExportFormat format) {

  Written forJob(Job job, ExportRequest.Kind kind) throws ExtensionException, InterruptedException {
    return switch (peregrine.paperwork().prepare(job, kind, zone())) {
      case Prepared.Ready ready ->
          peregrine
              .exports()
              .write(
                  ready.request(), format, layout(ready.language(), ready.title()), ready.name());
      case Prepared.Blocked blocked -> throw new FailedException(said(job, blocked.why()));
      case Prepared.Missing missing -> throw new FailedException(said(job, missing.part()));
    };
  }

  private static String said(Job job, Clearance.Blocked why) {
    String claims =
        why.claims().stream()
            .map(claim -> "\"%s\": %s".formatted(claim.text(), claim.why()))
            .collect(Collectors.joining("\n  "));
    String places = String.join(", ", why.places());
    return Stream.of(
                "the letter must not be sent yet.",
                claims,
                places.isEmpty() ? "" : "Still to fill in: " + places)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n  "))
        + "\n  Change it at /apply/%d/letter.".formatted(job.id());
  }

  private static String said(Job job, Prepared.Part part) {
    return switch (part) {
      case LETTER -> "there is no letter yet. Write one at /apply/%d/letter.".formatted(job.id());
      case RESUME -> "there is no résumé yet. Add one with: peregrine score --resume FILE";
      case NAME -> "your name is not known. Say it under Profile.";
    };
  }

  Written list(List<Job> jobs) throws ExtensionException, InterruptedException {
    var request = new ExportRequest.Jobs(jobs.stream().map(JobRecords::of).toList());
    return write(request, options.language(), "Jobs");
  }

  Written workSearch() throws ExtensionException, InterruptedException {
    Authority authority =
        new Authorities()
            .find(options.authority())
            .orElseThrow(
                () ->
                    new UsageException(
                        "Authority \"%s\": expected one of %s, or a file of that name in config/authorities."
                            .formatted(
                                options.authority(),
                                new Authorities()
                                    .all().stream()
                                        .map(Authority::key)
                                        .collect(Collectors.joining(", ")))));
    Applicant applicant =
        peregrine
            .paperwork()
            .applicant()
            .orElseThrow(
                () -> new FailedException("Your name is not known. Say it under Profile."));
    LocalDate until =
        options.until(LocalDate.ofInstant(peregrine.installation().clock().instant(), zone()));
    ExportRequest request =
        new WorkSearches(peregrine.jobs())
            .of(authority, applicant, options.from(until), until, zone());
    return write(request, authority.language(), "Work search");
  }

  private Written write(ExportRequest request, Locale language, String title)
      throws ExtensionException, InterruptedException {
    return peregrine
        .exports()
        .write(request, format, layout(language, title), peregrine.paperwork().name(title, zone()));
  }

  private Paper paper() throws InterruptedException {
    Optional<Paper> chosen = options.paper();
    return chosen.isPresent()
        ? chosen.get()
        : peregrine.paperwork().paper(Locale.getDefault(Locale.Category.FORMAT));
  }

  private Layout layout(Locale language, String title) throws InterruptedException {
    return new Layout(language, zone(), paper(), options.template(), title);
  }

  private ZoneId zone() {
    return peregrine.installation().zone();
  }
}
