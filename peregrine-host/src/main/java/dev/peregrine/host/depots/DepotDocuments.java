package dev.peregrine.host.depots;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.Blob;
import dev.peregrine.host.applications.Applications;
import dev.peregrine.host.applications.Content;
import dev.peregrine.host.applications.Sent;
import dev.peregrine.host.research.Brief;
import dev.peregrine.host.research.BriefClaim;
import dev.peregrine.host.research.BriefSection;
import dev.peregrine.host.research.Briefs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The documents of applications that were sent. */
final class DepotDocuments {

  private final Applications applications;
  private final Briefs briefs;
  private final ZoneId zone;

  DepotDocuments(Applications applications, Briefs briefs, ZoneId zone) {
    this.applications = applications;
    this.briefs = briefs;
    this.zone = zone;
  }

  /**
   * A document as it should be at a store.
   *
   * @param bytes opens it when it is its turn; empty where it is not here any more
   */
  record Document(
      String id,
      long job,
      List<String> folders,
      String name,
      String mediaType,
      String sha256,
      Bytes bytes) {

    Optional<Blob> blob() {
      return bytes.read().map(read -> new Blob(name, mediaType, read));
    }
  }

  /** Reads a document. */
  @FunctionalInterface
  interface Bytes {
    Optional<byte[]> read();
  }

  /** All that a plan asks for. */
  List<Document> wanted(DepotPlan plan) {
    var wanted = new ArrayList<Document>();
    for (long job : applications.jobs()) {
      List<Sent> sent =
          applications.of(job).stream().sorted(Comparator.comparingLong(Sent::id)).toList();
      List<String> folders = plan.folders(facts(job, sent.getFirst()));
      if (plan.papers()) {
        wanted.addAll(papers(job, sent, folders));
      }
      if (plan.briefs()) {
        briefs.forJob(job).filter(brief -> !brief.isEmpty()).stream()
            .map(brief -> brief(job, brief, folders))
            .forEach(wanted::add);
      }
    }
    return wanted;
  }

  private Map<String, String> facts(long job, Sent first) {
    Content.PostingThen posting = first.content().posting();
    return DepotPlan.facts(posting.company(), posting.title(), first.applied().atZone(zone), job);
  }

  /** A file of the same name that was sent later is another version of it. */
  private List<Document> papers(long job, List<Sent> sent, List<String> folders) {
    var newest = new LinkedHashMap<String, Document>();
    for (Sent each : sent) {
      for (Content.FileThen file : each.content().files()) {
        newest.put(
            file.name(),
            new Document(
                "paper:%d:%s".formatted(job, file.name()),
                job,
                folders,
                file.name(),
                file.mediaType(),
                file.sha256(),
                () -> applications.bytes(file)));
      }
    }
    return List.copyOf(newest.values());
  }

  private static Document brief(long job, Brief brief, List<String> folders) {
    byte[] text = markdown(brief).getBytes(StandardCharsets.UTF_8);
    return new Document(
        "brief:" + job,
        job,
        folders,
        "Brief.md",
        "text/markdown",
        sha256(text),
        () -> Optional.of(text));
  }

  private static String markdown(Brief brief) {
    return "# "
        + brief.name()
        + "\n\n"
        + brief.sections().stream()
            .filter(section -> !section.claims().isEmpty())
            .map(DepotDocuments::section)
            .collect(Collectors.joining("\n"))
        + "\n## "
        + t("depots.sources")
        + "\n\n"
        + brief.sources().stream()
            .map(source -> "- " + source.title() + " " + source.address())
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String section(BriefSection section) {
    return section.claims().stream()
        .filter(claim -> claim.standing() != BriefClaim.Standing.OWN)
        .map(claim -> "- " + claim.text())
        .collect(
            Collectors.joining(
                "\n", "## " + t("briefs.heading-" + section.heading().key()) + "\n\n", "\n"));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
