package dev.peregrine.host.leads;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.host.mails.Belonging;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.storage.Databases;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jsoup.nodes.Entities;

/** The current tenant's postings of which somebody wrote them. */
public final class Leads {

  /** Board of postings that came as a mail. */
  public static final String BOARD = Jobs.BY_MAIL;

  /** Reason of a {@link Belonging} that a mail has to the posting that was made of it. */
  public static final String REASON = "lead";

  private static final double SURE = 0.9;
  private static final int LONGEST = 20_000;

  private final Databases databases;
  private final Mails mails;
  private final Jobs jobs;

  public Leads(Databases databases, Mails mails, Jobs jobs) {
    this.databases = databases;
    this.mails = mails;
    this.jobs = jobs;
  }

  /** The mails of which a job came, the first one first; empty for most. */
  public List<Long> mailsOf(long job) {
    return databases.current().read(mappers -> mappers.of(LeadMapper.class).ofJob(job));
  }

  /** The mails of which some jobs came. */
  List<Long> mailsOf(Collection<Long> ids) {
    String json = List.copyOf(ids).toString();
    return databases.current().read(mappers -> mappers.of(LeadMapper.class).ofJobs(json));
  }

  /**
   * Makes a posting of a mail, unless its conversation is one already. What the person turned down
   * stays turned down: it is the same posting.
   *
   * @return the posting's job, if it is of that mail
   */
  Optional<Long> add(Mail mail, LeadFacts facts) {
    String thread = mails.ofThread(mail.thread()).toString();
    Optional<Long> known =
        databases.current().read(mappers -> mappers.of(LeadMapper.class).ofMails(thread));
    long job =
        known.orElseGet(
            () ->
                jobs.store(
                        List.of(
                            new Found(
                                posting(mail, facts),
                                BOARD,
                                OptionalLong.empty(),
                                Optional.empty())))
                    .getFirst()
                    .job());
    boolean _ =
        databases
            .current()
            .write(
                mappers -> {
                  mappers.of(LeadMapper.class).add(mail.id(), job);
                  return true;
                });
    if (mail.belonging().isEmpty()) {
      String words = facts.title().or(facts::company).orElse("");
      mails.belongs(mail.id(), Optional.of(new Belonging(job, REASON, words, SURE)));
    }
    return known.isPresent() ? Optional.empty() : Optional.of(job);
  }

  private static Posting posting(Mail mail, LeadFacts facts) {
    URI address = address(mail);
    String title =
        facts
            .title()
            .or(() -> Optional.of(mail.subject()).filter(s -> !s.isBlank()))
            .orElse("Position");
    return Posting.of(address.toString(), title, address)
        .withCompany(facts.company())
        .withPlaces(facts.place().flatMap(Place::of).stream().toList())
        .withRemote(facts.remote())
        .withDescription(Optional.of(html(mail.message().text())));
  }

  /**
   * The same for the same mail, also after it was read anew. Nobody's host: it names no employer.
   */
  static URI address(Mail mail) {
    String sender = mail.from().map(from -> from.mail()).orElse("");
    String text =
        mail.messageId()
            .orElseGet(
                () -> mail.subject() + "\n" + mail.received() + "\n" + mail.message().text());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((text + "\n" + sender).getBytes(StandardCharsets.UTF_8));
      return URI.create("email://message/" + HexFormat.of().formatHex(hash, 0, 16));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String html(String text) {
    var html = new StringBuilder();
    for (String paragraph :
        text.substring(0, Math.min(text.length(), LONGEST)).split("\\R\\s*\\R")) {
      html.append("<p>")
          .append(Entities.escape(paragraph.strip()).replaceAll("\\R", "<br>"))
          .append("</p>\n");
    }
    return html.toString();
  }
}
