package dev.peregrine.host.applications;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.exports.Written;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The files that go along with the current tenant's applications. */
public final class Papers {

  /** Employers' forms take no more. */
  public static final int LARGEST_MB = 15;

  /** For one job. */
  public static final int MOST = 30;

  private static final int MB = 1024 * 1024;
  private static final int LONGEST_NAME = 120;
  private static final Duration KEPT_AFTER_REMOVAL = Duration.ofDays(30);

  private final Databases databases;
  private final Live live;
  private final InstantSource clock;

  Papers(Databases databases, Live live, InstantSource clock) {
    this.databases = databases;
    this.live = live;
    this.clock = clock;
  }

  /** Those for a job, the first one first. */
  public List<Paper> of(long job) {
    return read(mapper -> mapper.of(job)).stream().map(Papers::paper).toList();
  }

  /** The one of that number, even where it was taken away. */
  public Optional<Paper> findById(long id) {
    return read(mapper -> mapper.find(id)).map(Papers::paper);
  }

  /** What is in it, if it is there and still the same. */
  public Optional<byte[]> bytes(String sha256) {
    return Vault.find(sha256);
  }

  /**
   * Keeps what the person brought. The same file under the same name is kept once.
   *
   * @throws RefusedPaperException where it cannot be kept
   */
  public Paper attach(long job, String name, byte[] bytes) throws RefusedPaperException {
    String plain = plain(name);
    if (plain.isEmpty()) {
      throw new RefusedPaperException(t("applications.no-name", "name", name));
    }
    return keep(job, Paper.Kind.ATTACHMENT, plain, mediaType(plain), bytes, "", "", "");
  }

  /**
   * Keeps what an exporter wrote for a job, so that what was sent can be seen later.
   *
   * @throws RefusedPaperException where it cannot be kept
   */
  public Paper wrote(long job, Paper.Kind kind, Written written) throws RefusedPaperException {
    return keep(
        job,
        kind,
        plain(written.name()),
        written.mediaType(),
        written.bytes(),
        written.exporter(),
        written.version(),
        written.template().orElse(""));
  }

  private Paper keep(
      long job,
      Paper.Kind kind,
      String name,
      String mediaType,
      byte[] bytes,
      String exporter,
      String version,
      String template)
      throws RefusedPaperException {
    if (bytes.length == 0) {
      throw new RefusedPaperException(t("applications.empty-file", "name", name));
    }
    if (bytes.length > LARGEST_MB * MB) {
      throw new RefusedPaperException(
          t("applications.too-large", "name", name, "size", bytes.length / MB, "most", LARGEST_MB));
    }
    String sha256 = Vault.sha256(bytes);
    Optional<Paper> same =
        of(job).stream()
            .filter(paper -> paper.sha256().equals(sha256) && paper.name().equals(name))
            .findFirst();
    if (same.isPresent()) {
      return same.get();
    }
    if (of(job).size() >= MOST) {
      throw new RefusedPaperException(t("applications.too-many-files", "most", MOST));
    }
    forgetRemoved();
    Vault.keep(bytes);
    var row =
        new PaperMapper.Row(
            0,
            job,
            clock.instant(),
            kind.key(),
            name,
            mediaType,
            bytes.length,
            sha256,
            exporter,
            version,
            template);
    Paper kept = write(mapper -> paper(mapper.find(mapper.add(row)).orElseThrow()));
    changed();
    return kept;
  }

  /** Takes one away; what was sent keeps it. */
  public void remove(long id) {
    write(mapper -> mapper.remove(id, clock.instant()));
    changed();
  }

  /** Brings back what {@link #remove} took away. */
  public void bringBack(long id) {
    write(mapper -> mapper.bringBack(id));
    changed();
  }

  private void forgetRemoved() {
    Instant before = clock.instant().minus(KEPT_AFTER_REMOVAL);
    write(
        mapper -> {
          if (mapper.forgetRemoved(before) > 0) {
            Vault.keepOnly(new HashSet<>(mapper.needed()));
          }
          return before;
        });
  }

  // Signs that turn the direction of writing make "exe.pdf" of "fdp.exe".
  private static String plain(String name) {
    String plain =
        name.replaceAll("[\\p{Cntrl}\\p{Cf}\\\\/:*?\"<>|]+", " ")
            .strip()
            .replaceAll("\\s+", " ")
            .replaceAll("^[.\\s]+", "");
    int dot = plain.lastIndexOf('.');
    String end = dot > 0 && plain.length() - dot <= 10 ? plain.substring(dot) : "";
    return plain.length() > LONGEST_NAME
        ? plain.substring(0, LONGEST_NAME - end.length()).strip() + end
        : plain;
  }

  private static String mediaType(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
      case "pdf" -> "application/pdf";
      case "docx" -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      case "odt" -> "application/vnd.oasis.opendocument.text";
      case "txt", "md" -> "text/plain";
      case "png" -> "image/png";
      case "jpg", "jpeg" -> "image/jpeg";
      default -> "application/octet-stream";
    };
  }

  private static Paper paper(PaperMapper.Row row) {
    return new Paper(
        row.id(),
        row.job(),
        row.at(),
        Paper.Kind.valueOf(row.kind().toUpperCase(Locale.ROOT)),
        row.name(),
        row.mediaType(),
        row.size(),
        row.sha256(),
        row.exporter(),
        row.exporterVersion(),
        row.template());
  }

  private void changed() {
    live.changed(Tenant.current().id(), Applications.TOPIC);
  }

  private <T> T read(Function<PaperMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(PaperMapper.class)));
  }

  private <T> T write(Function<PaperMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(PaperMapper.class)));
  }
}
