package dev.peregrine.host.intake;

import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.tasks.Tasks;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Takes postings that a person brings: links, a CSV file, pasted text, files. */
public final class Intake {

  public Intake(
      Tasks tasks,
      Jobs jobs,
      Scoring scoring,
      PluginRuntime plugins,
      Contexts contexts,
      OutgoingHttp http,
      InstantSource clock) {}

  /** The addresses in a pasted text, in their order, without duplicates. */
  public static List<URI> links(String pasted) {
    return List.of();
  }

  /** Takes links: each is stored at once, and a task reads what stands there. */
  public Added addLinks(List<URI> links) {
    throw new UnsupportedOperationException();
  }

  /** Takes a CSV file: rows with named columns, or any rows with a link in them. */
  public Added addCsv(String csv) {
    throw new UnsupportedOperationException();
  }

  /** Takes a posting's text; its first line is the title. */
  public Added addText(String text, Optional<URI> link, Optional<String> company) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes a file by its kind: {@code .csv}, {@code .json}, {@code .jsonl}, {@code .html}, {@code
   * .eml}, {@code .txt}.
   *
   * @throws IntakeException with a sentence for the person
   */
  public Added addFile(Path file) throws IntakeException {
    throw new UnsupportedOperationException();
  }
}
