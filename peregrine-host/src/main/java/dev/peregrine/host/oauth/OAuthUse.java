package dev.peregrine.host.oauth;

/**
 * What tokens are asked for.
 *
 * @param folder where what renews tokens is sealed: {@code folder/account/refresh-token}
 * @param what the account, within a sentence, such as {@code this mailbox}
 * @param place where the person signs in
 */
public record OAuthUse(String folder, String what, String place) {

  /** For reading mailboxes. */
  public static final OAuthUse MAIL = new OAuthUse("mail", "this mailbox", "Settings → Mail");

  /** For integrations. */
  public static final OAuthUse INTEGRATIONS =
      new OAuthUse("integrations", "this integration", "Settings → Integrations");
}
