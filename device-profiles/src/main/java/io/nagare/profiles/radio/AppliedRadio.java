package io.nagare.profiles.radio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The regulatory settings that a host's own radios have applied, as {@code iw reg get} prints them:
 * what was asked for is not what is applied until it has been read back.
 *
 * @param domains each domain that is in force: the global one, and those of single radios
 */
public record AppliedRadio(List<Domain> domains) {
  private static final Pattern COUNTRY = Pattern.compile("\\s*country ([A-Z0-9]{2}):.*");
  private static final Pattern BAND =
      Pattern.compile("\\s*\\(([\\d.]+) - ([\\d.]+) @ ([\\d.]+)\\), \\([^,]*, ([\\d.]+)\\).*");

  /** Keeps a copy of the list. */
  public AppliedRadio {
    domains = List.copyOf(domains);
  }

  /**
   * A domain that is in force.
   *
   * @param owner {@code global}, or the radio such as {@code phy#0}
   * @param country ISO 3166 code; {@code 00} for the world domain
   * @param bands what it allows
   */
  public record Domain(String owner, String country, List<Band> bands) {

    /** Keeps a copy of the list. */
    public Domain {
      bands = List.copyOf(bands);
    }
  }

  /**
   * A band that is allowed.
   *
   * @param fromMhz lower edge
   * @param toMhz upper edge
   * @param eirpDbm the most radiated power
   */
  public record Band(double fromMhz, double toMhz, double eirpDbm) {}

  /** Reads what {@code iw reg get} prints; lines that it does not know are left out. */
  public static AppliedRadio parse(String iwRegGet) {
    List<Domain> domains = new ArrayList<>();
    String owner = "global";
    String country = "";
    List<Band> bands = new ArrayList<>();
    for (String line : iwRegGet.lines().toList()) {
      Matcher named = COUNTRY.matcher(line);
      Matcher band = BAND.matcher(line);
      if (line.equals("global") || line.startsWith("phy#")) {
        add(domains, owner, country, bands);
        owner = line.split(" ", -1)[0];
        country = "";
        bands = new ArrayList<>();
      } else if (named.matches()) {
        country = named.group(1);
      } else if (band.matches()) {
        bands.add(
            new Band(
                Double.parseDouble(band.group(1)),
                Double.parseDouble(band.group(2)),
                Double.parseDouble(band.group(4))));
      }
    }
    add(domains, owner, country, bands);
    return new AppliedRadio(domains);
  }

  /**
   * Why the host's radios must stay silent, if they must: no domain was read, one of them is not
   * the site's country, or the site has none.
   */
  public Optional<Reason> against(Site site) {
    if (site.country().isEmpty()) {
      return Optional.of(Reason.of(ReasonCode.COUNTRY_UNSET));
    }
    if (domains.isEmpty()) {
      return Optional.of(Reason.about(ReasonCode.APPLIED_DIFFERS, "nothing could be read"));
    }
    for (Domain domain : domains) {
      if (!domain.country().equals(site.country().get())) {
        return Optional.of(
            Reason.about(
                ReasonCode.APPLIED_DIFFERS,
                domain.owner() + " " + domain.country() + ", site " + site.country().get()));
      }
    }
    return Optional.empty();
  }

  private static void add(List<Domain> domains, String owner, String country, List<Band> bands) {
    if (!country.isEmpty()) {
      domains.add(new Domain(owner, country, bands));
    }
  }
}
