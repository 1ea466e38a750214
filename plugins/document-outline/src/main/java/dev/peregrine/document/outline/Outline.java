package dev.peregrine.document.outline;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Job;
import dev.peregrine.api.export.ExporterContext;
import dev.peregrine.api.scoring.Score;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a document says, piece by piece: the same for every format. */
public final class Outline {

  private final ExporterContext context;
  private final Words words;
  private final Dates dates;
  private final List<Block> blocks = new ArrayList<>();

  private Outline(ExporterContext context) {
    this.context = context;
    this.words = Words.in(context.layout().locale());
    this.dates = new Dates(context.layout().locale(), words);
  }

  /**
   * A document's pieces, in reading order, in the language of the context's layout.
   *
   * @throws ExtensionException {@code UNSUPPORTED} for events, and for a résumé that is no object
   */
  public static List<Block> of(ExportRequest request, ExporterContext context)
      throws ExtensionException {
    var outline = new Outline(context);
    outline.add(request);
    return outline.blocks;
  }

  private void add(ExportRequest request) throws ExtensionException {
    switch (request) {
      case ExportRequest.Letter letter -> letter(letter);
      case ExportRequest.Resume resume -> resume(resume);
      case ExportRequest.Application application -> {
        letter(application.letter());
        blocks.add(new Block.NewSheet());
        resume(application.resume());
      }
      case ExportRequest.Jobs jobs -> jobs(jobs);
      case ExportRequest.WorkSearch search -> workSearch(search);
      default ->
          throw new ExtensionException(
              ExtensionException.Kind.UNSUPPORTED,
              "This format holds no \"%s\". Choose another format.".formatted(request.kind()));
    }
  }

  private void letter(ExportRequest.Letter letter) {
    sender(letter.sender());
    lines(letter.recipient());
    String date = dates.day(letter.date());
    lines(List.of(letter.place().map(place -> Plain.line(place) + ", ").orElse("") + date));
    letter.subject().ifPresent(text -> strong(Plain.line(text)));
    Plain.paragraphs(letter.body())
        .forEach(paragraph -> blocks.add(new Block.Lines(paragraph, false)));
  }

  private void sender(ExportRequest.Sender sender) {
    strong(Plain.line(sender.name()));
    lines(sender.lines());
    links(sender.links().stream().map(URI::toString).toList());
  }

  private void strong(String text) {
    blocks.add(new Block.Lines(List.of(text), true));
  }

  private void lines(List<String> texts) {
    List<String> lines = texts.stream().map(Plain::line).filter(line -> !line.isEmpty()).toList();
    if (!lines.isEmpty()) {
      blocks.add(new Block.Lines(lines, false));
    }
  }

  private void links(List<String> addresses) {
    if (!addresses.isEmpty()) {
      blocks.add(
          new Block.Links(
              addresses.stream().map(each -> new Block.Link(Plain.line(each), each)).toList()));
    }
  }

  private void resume(ExportRequest.Resume resume) throws ExtensionException {
    Json json = context.json(resume.json());
    if (!json.isObject()) {
      throw new ExtensionException(
          ExtensionException.Kind.UNSUPPORTED,
          "The résumé is no JSON object, expected one as jsonresume.org describes it. Save it once more under Profile.");
    }
    new ResumeOutline(json, words, dates, blocks).add();
  }

  private void jobs(ExportRequest.Jobs jobs) {
    blocks.add(new Block.Title(words.jobs()));
    table(words.jobColumns(), jobs.jobs().stream().map(this::row).toList());
  }

  private List<String> row(Job job) {
    return List.of(
        Plain.line(job.posting().title()),
        job.posting().company().map(Plain::line).orElse(""),
        job.posting().places().stream()
            .map(place -> Plain.line(place.text()))
            .collect(Collectors.joining("; ")),
        job.history().isEmpty() ? job.stage() : Plain.line(job.history().getLast().text()),
        job.score().flatMap(Outline::points).orElse(""),
        job.posting().posted().map(Object::toString).orElse(""),
        Plain.line(job.board()),
        job.posting().url().toString());
  }

  private static Optional<String> points(Score score) {
    return score instanceof Score.Match match
        ? Optional.of(Long.toString(Math.round(match.value())))
        : Optional.empty();
  }

  private void workSearch(ExportRequest.WorkSearch search) {
    blocks.add(new Block.Title(words.report()));
    sender(search.sender());
    blocks.add(
        Block.Lines.of(words.period().formatted(dates.day(search.from()), dates.day(search.to()))));
    table(
        search.columns().stream().map(ExportRequest.Column::heading).map(Plain::line).toList(),
        search.rows(context.layout()).stream()
            .map(row -> row.stream().map(Plain::line).toList())
            .toList());
    search.notes().forEach(note -> lines(List.of(note)));
  }

  private void table(List<String> headings, List<List<String>> rows) {
    blocks.add(rows.isEmpty() ? Block.Lines.of(words.nothing()) : new Block.Table(headings, rows));
  }
}
