package dev.peregrine.host.leads;

import dev.peregrine.api.mail.MailMessage;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The links of a mail that lists postings, each with what the mail says of it.
 *
 * @param postings those that lead to a posting
 * @param others those that lead elsewhere or do not tell
 * @param leftOut how many more there are than are read
 */
public record AlertLinks(List<AlertLink> postings, List<AlertLink> others, int leftOut) {

  static final int MOST_POSTINGS = 300;
  static final int MOST_OTHERS = 100;

  public AlertLinks {
    postings = List.copyOf(postings);
    others = List.copyOf(others);
  }

  /** Reads a mail: its HTML and its plain text, each of which may say more than the other. */
  public static AlertLinks of(MailMessage mail) {
    Optional<AlertSender> sender = AlertSender.of(mail);
    boolean companyFirst = sender.filter(AlertSender::companyFirst).isPresent();
    AlertCards html =
        mail.html()
            .map(text -> AlertCards.read(MailLine.html(text), companyFirst, sender.isPresent()))
            .orElseGet(AlertCards::none);
    AlertCards plain = AlertCards.read(MailLine.plain(mail), companyFirst, sender.isPresent());
    boolean fromHtml = html.postings().size() >= plain.postings().size();
    AlertCards first = fromHtml ? html : plain;
    AlertCards second = fromHtml ? plain : html;
    Map<URI, AlertLink> postings = new LinkedHashMap<>(first.postings());
    second.postings().forEach((address, link) -> merge(postings, address, link));
    Map<URI, AlertLink> others = new LinkedHashMap<>(first.others());
    second.others().forEach(others::putIfAbsent);
    postings.keySet().forEach(others::remove);
    int leftOut =
        Math.max(0, postings.size() - MOST_POSTINGS) + Math.max(0, others.size() - MOST_OTHERS);
    return new AlertLinks(
        postings.values().stream().limit(MOST_POSTINGS).toList(),
        others.values().stream().limit(MOST_OTHERS).toList(),
        leftOut);
  }

  /** Redirects of the second reading are those of the first, counted anew. */
  private static void merge(Map<URI, AlertLink> postings, URI address, AlertLink link) {
    AlertLink known = postings.get(address);
    if (known != null) {
      postings.put(address, known.completedBy(link));
    } else if (!link.isRedirect()) {
      postings.put(address, link);
    } else {
      for (Map.Entry<URI, AlertLink> each : postings.entrySet()) {
        if (each.getValue().title().equals(link.title())) {
          each.setValue(each.getValue().completedBy(link));
          return;
        }
      }
      postings.put(address, link);
    }
  }
}
