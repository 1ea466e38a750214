package dev.peregrine.host.web;

import java.util.Optional;

/** Says what stands above a page; must be quick. */
@FunctionalInterface
public interface BannerSource {

  /** What stands above the page of that path, for the current tenant. */
  Optional<Banner> at(String path);
}
