package dev.peregrine.host.intake;

import dev.peregrine.api.Posting;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.PostingUrl;
import dev.peregrine.host.pipeline.Stored;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.Tasks;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes postings that a person brings. What can be known at once is stored at once; pages behind
 * links are read by tasks, and a link whose page cannot be read stays in the list, so that nothing
 * that a person brings gets lost.
 */
public final class Intake {

  /** Board of postings that no board found. */
  public static final String BOARD = "manual";

  private static final Pattern MARKUP =
      Pattern.compile(
          "</?(p|br|div|ul|ol|li|h[1-6]|strong|b|em|span)\\b[^>]*>", Pattern.CASE_INSENSITIVE);

  private static final int MOST_LINKS = 500;
  private static final long MOST_BYTES = 20L << 20;

  private final Tasks tasks;
  private final Jobs jobs;
  private final Scoring scoring;
  private final LinkReader reader;

  public Intake(
      Tasks tasks,
      Jobs jobs,
      Scoring scoring,
      PluginRuntime plugins,
      Contexts contexts,
      OutgoingHttp http) {
    this.tasks = tasks;
    this.jobs = jobs;
    this.scoring = scoring;
    reader = new LinkReader(jobs, scoring, plugins, contexts, http);
    tasks.register(LinkReader.TASK, reader::run);
  }

  /** The addresses in a pasted text, in their order, without duplicates. */
  public static List<URI> links(String pasted) {
    return Links.in(pasted);
  }

  /**
   * Whether a posting has no address that opens: its own was made up, so that there is one, or it
   * is that of a mail.
   */
  public static boolean isWithoutAddress(Posting posting) {
    return Pasted.isAddress(posting.url()) || !PostingUrl.isOfTheWeb(posting.url());
  }

  /** The address that a whole text is; empty where it is none of the web. */
  public static Optional<URI> link(String text) {
    return Links.of(text);
  }

  /** An address that leads nowhere, for a posting that has none; the same for the same text. */
  public static URI withoutAddress(String text) {
    return Pasted.address(text);
  }

  /** A text as a description; markup that it has stays as it is, hostile to whoever shows it. */
  public static String description(String text) {
    return MARKUP.matcher(text).find() ? text : Pasted.html(text);
  }

  /** Takes links: each is stored at once, and a task reads what stands there. */
  public Added addLinks(List<URI> links) {
    var skipped = new ArrayList<String>();
    var postings = new ArrayList<Posting>();
    for (URI link : links) {
      Optional<URI> web = Links.of(link.toString());
      if (web.isEmpty()) {
        skipped.add(
            "\"%s\" is no address of a page, expected one that begins with https://."
                .formatted(link));
      } else if (postings.size() == MOST_LINKS) {
        skipped.add(
            "Links after the first %d were left out. Add them in a second go."
                .formatted(MOST_LINKS));
        break;
      } else {
        URI canonical = PostingUrl.canonical(web.get());
        postings.add(Posting.of(canonical.toString(), Links.title(canonical), canonical));
      }
    }
    return added(postings.stream().map(posting -> found(posting, BOARD)).toList(), skipped);
  }

  /** Takes a posting that another part of the program found; its page is not read. */
  public Stored take(Posting posting, String board) {
    Stored stored = jobs.store(List.of(found(posting, board))).getFirst();
    scoring.soon();
    return stored;
  }

  /**
   * Reads the page of a job now. The job stays, whatever comes of it.
   *
   * @throws TaskFailedException with a sentence for the person
   */
  public void readNow(long job, URI link) throws TaskFailedException, InterruptedException {
    String _ = reader.read(job, link);
  }

  /**
   * Takes a CSV file: rows with named columns, or any rows with a link in them.
   *
   * @throws IntakeException with a sentence for the person
   */
  public Added addCsv(String csv) throws IntakeException {
    CsvPostings read = CsvPostings.read(csv);
    Added rows =
        added(
            read.postings().stream().map(posting -> found(posting, BOARD)).toList(),
            read.skipped());
    return read.links().isEmpty() ? rows : rows.and(addLinks(read.links()));
  }

  /**
   * Takes a posting's text; its first line is the title.
   *
   * @param company the employer; only a line such as {@code Company: Acme} tells it otherwise
   * @throws IntakeException with a sentence for the person
   */
  public Added addText(String text, Optional<URI> link, Optional<String> company)
      throws IntakeException {
    Optional<URI> web = link.flatMap(given -> Links.of(given.toString()));
    if (link.isPresent() && web.isEmpty()) {
      throw new IntakeException(
          "\"%s\" is no address of a page, expected one that begins with https://."
              .formatted(link.get()));
    }
    Posting posting = Pasted.posting(text, web.map(PostingUrl::canonical), company);
    return added(List.of(found(posting, BOARD)), List.of());
  }

  /**
   * Takes a file by its kind: {@code .csv}, {@code .json}, {@code .jsonl}, {@code .html}, {@code
   * .txt}, {@code .md}.
   *
   * @throws IntakeException with a sentence for the person
   */
  public Added addFile(Path file) throws IntakeException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String text = text(file);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "csv", "tsv" -> addCsv(text);
      case "json", "jsonl", "ndjson" -> addJson(text);
      case "html", "htm", "xhtml" -> addPage(text, file);
      case "txt", "md" -> addText(text, Optional.empty(), Optional.empty());
      case "eml" ->
          throw new IntakeException(
              "\"%s\": mails cannot be read yet. Copy the links out of the mail and add those."
                  .formatted(file));
      default ->
          throw new IntakeException(
              "\"%s\": expected a file of kind .csv, .json, .jsonl, .html, .txt or .md."
                  .formatted(file));
    };
  }

  private Added addPage(String html, Path file) throws IntakeException {
    URI address =
        PostingPage.ownAddress(html)
            .map(PostingUrl::canonical)
            .orElseGet(() -> Pasted.address(html));
    PostingPage.Read read =
        PostingPage.read(html, address)
            .filter(PostingPage.Read::isWhole)
            .orElseThrow(
                () ->
                    new IntakeException(
                        "\"%s\" holds no posting that can be read (no JobPosting data). Add its text instead."
                            .formatted(file)));
    return added(List.of(found(read.posting(), BOARD)), List.of());
  }

  private Added addJson(String text) throws IntakeException {
    var found = new ArrayList<Found>();
    var skipped = new ArrayList<String>();
    int number = 0;
    for (JsonNode node : nodes(text)) {
      number++;
      try {
        PostingJson.Item item = PostingJson.read(node);
        found.add(found(item.posting(), item.source().orElse(BOARD)));
      } catch (IntakeException odd) {
        skipped.add("Entry %d: %s".formatted(number, odd.getMessage()));
      }
    }
    return added(found, skipped);
  }

  private static List<JsonNode> nodes(String text) throws IntakeException {
    var mapper = JsonMapper.shared();
    var nodes = new ArrayList<JsonNode>();
    try {
      if (text.stripLeading().startsWith("[")) {
        mapper.readTree(text).forEach(nodes::add);
      } else {
        try (var values = mapper.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
          values.forEachRemaining(nodes::add);
        }
      }
    } catch (JacksonException broken) {
      throw new IntakeException(
          "Line %d is not JSON, expected an array of postings or one posting a line."
              .formatted(broken.getLocation() == null ? 0 : broken.getLocation().getLineNr()));
    }
    return nodes;
  }

  private Added added(List<Found> found, List<String> skipped) {
    if (found.isEmpty()) {
      return new Added(List.of(), 0, List.of(), skipped);
    }
    List<Stored> stored = jobs.store(found);
    var ids = new ArrayList<Long>();
    var reading = new ArrayList<Long>();
    int isNew = 0;
    for (int index = 0; index < stored.size(); index++) {
      ids.add(stored.get(index).job());
      if (stored.get(index) instanceof Stored.New fresh) {
        isNew++;
        Posting posting = found.get(index).posting();
        if (posting.description().isEmpty() && !isWithoutAddress(posting)) {
          reading.add(read(fresh.job(), posting.url()));
        }
      }
    }
    scoring.soon();
    return new Added(ids, isNew, reading, skipped);
  }

  /** Has the page of a job read in the background; the job stays, whatever comes of it. */
  public void readLater(long job, URI link) {
    long _ = read(job, link);
  }

  private long read(long job, URI link) {
    var params = new LinkReader.Params(job, link.toString());
    return tasks
        .submit(LinkReader.TASK, Long.toString(job), "Read " + link.getHost(), params.json())
        .id();
  }

  private static Found found(Posting posting, String board) {
    return new Found(posting, board, OptionalLong.empty(), Optional.empty());
  }

  private static String text(Path file) throws IntakeException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IntakeException(
            "\"%s\" has %d MiB, expected at most %d."
                .formatted(file, Files.size(file) >> 20, MOST_BYTES >> 20));
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IntakeException("\"%s\" cannot be read. Check its path.".formatted(file));
    }
  }
}
