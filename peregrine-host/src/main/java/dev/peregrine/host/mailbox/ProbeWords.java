package dev.peregrine.host.mailbox;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.imap.Probed;
import dev.peregrine.host.texts.Numbers;
import java.util.Locale;

/** What a try came to, and what to do now, in the person's language. */
final class ProbeWords {

  private ProbeWords() {}

  static MailboxPage.Tried of(Probed probed, MailAccount account) {
    Preset preset = Preset.of(account.provider().orElse(""));
    String key = probed.finding().key();
    String what =
        t(
            "mailbox.finding-" + key,
            "host",
            account.server().host(),
            "port",
            Integer.toString(account.server().port()),
            "folders",
            probed.folders().stream().filter(folder -> folder.opens()).count(),
            "seconds",
            Numbers.n(
                java.math.BigDecimal.valueOf(probed.took().toMillis() / 100).movePointLeft(1)));
    String todo =
        t(
            "mailbox.do-" + key,
            "host",
            account.server().host(),
            "port",
            Integer.toString(account.server().port()),
            "provider",
            preset.label(),
            "wants",
            preset.isOwn() ? "own" : preset.password().name().toLowerCase(Locale.ROOT),
            "idle",
            probed.tellsAtOnce() ? "yes" : "no");
    return new MailboxPage.Tried(probed.isGood(), what, todo, probed.said());
  }
}
