package dev.peregrine.host.imap;

import dev.peregrine.host.config.MailAccount;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.ResyncData;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.ListInfo;

/**
 * A connection to the server of a mailbox, logged in. Of one thread, but for {@link #cut}. It only
 * ever looks: folders are opened with EXAMINE.
 */
public final class Connection implements AutoCloseable {

  private final MailAccount account;
  private final IMAPStore store;
  private final RememberedSockets sockets;

  Connection(MailAccount account, IMAPStore store, RememberedSockets sockets) {
    this.account = account;
    this.store = store;
    this.sockets = sockets;
  }

  public MailAccount account() {
    return account;
  }

  /** Whether the server can do something, such as {@code IDLE}. */
  public boolean can(String capability) throws MailException {
    try {
      return store.hasCapability(capability);
    } catch (MessagingException failed) {
      throw Failures.of(account, failed);
    }
  }

  /** The folders and labels of the mailbox. */
  public List<ServerFolder> folders() throws MailException {
    try {
      String wanted =
          store.hasCapability("SPECIAL-USE") && store.hasCapability("LIST-EXTENDED")
              ? "LIST \"\" \"*\" RETURN (SPECIAL-USE)"
              : "LIST \"\" \"*\"";
      var root = (IMAPFolder) store.getDefaultFolder();
      var folders = new ArrayList<ServerFolder>();
      for (Response response : (Response[]) root.doCommand(protocol -> asked(protocol, wanted))) {
        if (response instanceof IMAPResponse list && list.keyEquals("LIST")) {
          folders.add(folder(new ListInfo(list)));
        }
      }
      return folders;
    } catch (MessagingException | ProtocolException failed) {
      throw Failures.of(account, failed);
    }
  }

  private static Response[] asked(IMAPProtocol protocol, String command) throws ProtocolException {
    Response[] responses = protocol.command(command, null);
    protocol.notifyResponseHandlers(responses);
    protocol.handleResult(responses[responses.length - 1]);
    return responses;
  }

  private static ServerFolder folder(ListInfo info) {
    Set<String> uses = new HashSet<>();
    for (String attribute : info.attrs) {
      uses.add(attribute.toLowerCase(Locale.ROOT));
    }
    boolean opens = info.canOpen && !uses.contains("\\noselect") && !uses.contains("\\nonexistent");
    return new ServerFolder(info.name, info.separator, opens, uses);
  }

  /**
   * Opens a folder for looking; it is to be closed before another one is opened.
   *
   * @throws MailException {@code FOLDER} where there is none of that name
   */
  public OpenFolder open(String name) throws MailException {
    try {
      var folder = (IMAPFolder) store.getFolder(name);
      if (store.hasCapability("CONDSTORE")) {
        var _ = folder.open(Folder.READ_ONLY, ResyncData.CONDSTORE);
      } else {
        folder.open(Folder.READ_ONLY);
      }
      return new OpenFolder(account, folder);
    } catch (MessagingException failed) {
      throw Failures.of(account, name, failed);
    }
  }

  /** Cuts the connection, whoever waits for it. */
  public void cut() {
    sockets.cut();
  }

  @Override
  public void close() {
    try {
      store.close();
    } catch (MessagingException gone) {
      // There is nobody to say goodbye to.
    } finally {
      sockets.cut();
    }
  }
}
