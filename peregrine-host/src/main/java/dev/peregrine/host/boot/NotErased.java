package dev.peregrine.host.boot;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.platform.Copies;
import dev.peregrine.host.storage.BeforeOpening;
import dev.peregrine.host.storage.ServerAwayException;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens nothing that is left of somebody who was deleted: first that goes, then whatever else is to
 * be done.
 *
 * @param next tells whether another node may have had the file meanwhile
 */
record NotErased(Copies copies, CloudFolders folders, BeforeOpening next) implements BeforeOpening {

  @Override
  public boolean concerns(Path file) {
    return Files.notExists(file) || next.concerns(file);
  }

  @Override
  public void before(Path file) throws IOException {
    Tenant tenant =
        folders.tenant(file.resolveSibling("../..").normalize().getFileName().toString());
    boolean stays;
    try {
      stays = copies.clear(tenant);
    } catch (ServerAwayException away) {
      throw new IOException(tenant.calling(() -> t("nodes.moving")), away);
    }
    if (!stays) {
      throw new IOException(tenant.calling(() -> t("account.being-deleted")));
    }
    if (next.concerns(file)) {
      next.before(file);
    }
  }
}
