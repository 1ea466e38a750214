package dev.peregrine.host.integrations;

import dev.peregrine.api.integration.StateStore;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.util.Optional;
import java.util.function.Function;

/** What an integration notes for the tenant for whom it is called, in the tenant's own database. */
final class Notes implements StateStore {

  private static final int LONGEST_KEY = 200;
  private static final int LONGEST = 64 * 1024;
  private static final int MOST = 1000;

  private final Databases databases;
  private final Tenant tenant;
  private final String key;

  Notes(Databases databases, String key) {
    this.databases = databases;
    this.tenant = Tenant.current();
    this.key = key;
  }

  @Override
  public Optional<String> get(String name) {
    return tenant.calling(
        () ->
            databases
                .current()
                .read(mappers -> mappers.of(IntegrationMapper.class).note(key, name)));
  }

  @Override
  public void put(String name, String value) {
    if (name.isEmpty() || name.length() > LONGEST_KEY || value.length() > LONGEST) {
      throw new IllegalArgumentException(
          "Note \"%s\" of %d characters: expected a key of 1 to 200 and a value of at most 65,536."
              .formatted(name, value.length()));
    }
    boolean fits =
        write(
            mapper -> {
              if (mapper.otherNotes(key, name) >= MOST) {
                return false;
              }
              mapper.putNote(key, name, value);
              return true;
            });
    if (!fits) {
      throw new IllegalArgumentException("Note \"%s\": there are 1,000 already.".formatted(name));
    }
  }

  @Override
  public void remove(String name) {
    write(
        mapper -> {
          mapper.dropNote(key, name);
          return true;
        });
  }

  private boolean write(Function<IntegrationMapper, Boolean> work) {
    return tenant.calling(
        () ->
            databases.current().write(mappers -> work.apply(mappers.of(IntegrationMapper.class))));
  }
}
