package dev.peregrine.host.scoring;

import dev.peregrine.host.storage.Databases;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The current tenant's résumés; the newest one counts. */
public final class Resumes {

  private static final int LONGEST = 200_000;

  private final Databases databases;
  private final InstantSource clock;

  public Resumes(Databases databases, InstantSource clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(ResumeMapper.class);
  }

  /** The résumé that counts, if there is one. */
  public Optional<Resume> current() {
    return databases.current().read(mappers -> newest(mappers.of(ResumeMapper.class)));
  }

  /**
   * Stores a résumé, which counts from now on; the same text again changes nothing. Whoever calls
   * this also tells {@link Scoring#soon}.
   *
   * @throws IllegalArgumentException with a sentence for the person where the text is blank
   */
  public Resume save(String text, String sourceName) {
    String kept = kept(text);
    String hash = Fingerprint.of(kept);
    return databases
        .current()
        .write(
            mappers -> {
              var mapper = mappers.of(ResumeMapper.class);
              Optional<Resume> before = newest(mapper);
              if (before.filter(resume -> resume.hash().equals(hash)).isPresent()) {
                return before.get();
              }
              mapper.add(kept, sourceName, hash, clock.instant());
              return newest(mapper).orElseThrow();
            });
  }

  private static String kept(String text) {
    String kept = text.strip();
    if (kept.isEmpty()) {
      throw new IllegalArgumentException(
          "The résumé is empty, expected its text. Paste the text or choose another file.");
    }
    return kept.length() > LONGEST ? kept.substring(0, LONGEST) : kept;
  }

  private static Optional<Resume> newest(ResumeMapper mapper) {
    return mapper
        .newest()
        .map(row -> new Resume(row.id(), row.text(), row.sourceName(), row.hash(), row.created()));
  }
}
