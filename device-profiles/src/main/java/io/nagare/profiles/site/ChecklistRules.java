package io.nagare.profiles.site;

import io.nagare.profiles.LocalizedText;
import io.nagare.profiles.Measurement;
import io.nagare.profiles.PersonalData;
import io.nagare.profiles.Profile;
import io.nagare.profiles.ProfileLibrary;
import io.nagare.profiles.radio.Admission;
import io.nagare.profiles.radio.AdmissionRequest;
import io.nagare.profiles.radio.Decision;
import io.nagare.profiles.radio.Reason;
import io.nagare.profiles.radio.ReasonTexts;
import io.nagare.profiles.radio.Site;
import io.nagare.profiles.site.Checklist.Item;
import io.nagare.profiles.site.Checklist.Section;
import io.nagare.profiles.site.Checklist.State;
import io.nagare.profiles.site.SiteFile.Permit;
import io.nagare.profiles.site.SiteFile.Place;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Draws up the checklist of a site from the site's own data. It points to what to read and whom to
 * ask; it is no legal advice.
 */
public final class ChecklistRules {
  /** Before a permit ends, there must be time to ask for the next one. */
  private static final int DAYS_TO_RENEW = 60;

  private final ProfileLibrary library;
  private final Admission admission;
  private final ReasonTexts texts;

  /** Rules that admit devices by these. */
  public ChecklistRules(ProfileLibrary library, Admission admission, ReasonTexts texts) {
    this.library = library;
    this.admission = admission;
    this.texts = texts;
  }

  /** The checklist on a day. */
  public Checklist drawUp(SiteFile site, LocalDate today) {
    List<Item> items = new ArrayList<>();
    permits(site, today, items);
    ordinance(site, today, items);
    radioLaw(site, today, items);
    notices(site, today, items);
    return new Checklist(items);
  }

  private static void permits(SiteFile site, LocalDate today, List<Item> items) {
    items.add(
        permit(
            site,
            Permit.Kind.ROAD_OCCUPANCY,
            site.place() == Place.ROAD,
            "permit.road-occupancy",
            new LocalizedText(
                "permit of the road's manager to occupy it (Road Act art. 32)", "道路占用許可 (道路法第32条)"),
            today));
    items.add(
        permit(
            site,
            Permit.Kind.ROAD_USE,
            site.place() == Place.ROAD,
            "permit.road-use",
            new LocalizedText(
                "permit of the police to work on the road (Road Traffic Act art. 77)",
                "道路使用許可 (道路交通法第77条)"),
            today));
    items.add(
        permit(
            site,
            Permit.Kind.PARK_OCCUPANCY,
            site.place() == Place.PARK,
            "permit.park-occupancy",
            new LocalizedText(
                "permit of the park's manager to occupy it (Urban Park Act art. 6)",
                "都市公園の占用許可 (都市公園法第6条)"),
            today));
    String manager = site.manager().orElse("?");
    items.add(
        permit(
            site,
            Permit.Kind.MANAGER_CONSENT,
            site.place() != Place.ROAD && site.place() != Place.PARK,
            "permit.manager-consent",
            new LocalizedText(
                "written consent of whoever manages the place (" + manager + ")",
                "施設管理者の書面による同意 (" + manager + ")"),
            today));
  }

  private static void ordinance(SiteFile site, LocalDate today, List<Item> items) {
    items.add(
        permit(
            site,
            Permit.Kind.ORDINANCE,
            site.publicSpace(),
            "ordinance.checked",
            new LocalizedText(
                "ordinances of city and prefecture on landscape, cameras and personal data, asked"
                    + " for at the city's counter",
                "市区町村・都道府県の条例 (景観、カメラ、個人情報など) を担当窓口で確認"),
            today));
  }

  private static Item permit(
      SiteFile site,
      Permit.Kind kind,
      boolean needed,
      String id,
      LocalizedText what,
      LocalDate today) {
    Section section = kind == Permit.Kind.ORDINANCE ? Section.ORDINANCE : Section.PERMIT;
    Optional<Permit> granted =
        site.permits().stream().filter(permit -> permit.kind() == kind).findFirst();
    if (granted.isEmpty()) {
      return new Item(section, id, needed ? State.OPEN : State.NOT_NEEDED, what);
    }
    Permit permit = granted.get();
    if (permit.until().isEmpty()) {
      return new Item(section, id, State.DONE, with(what, permit.number(), permit.number()));
    }
    LocalDate until = permit.until().get();
    long left = ChronoUnit.DAYS.between(today, until);
    LocalizedText text =
        with(
            what,
            permit.number() + ", until " + until + (left < DAYS_TO_RENEW ? ": renew now" : ""),
            permit.number() + "、" + until + " まで" + (left < DAYS_TO_RENEW ? ": 更新が必要" : ""));
    return new Item(section, id, left < DAYS_TO_RENEW ? State.OPEN : State.DONE, text);
  }

  private static LocalizedText with(LocalizedText what, String en, String ja) {
    return new LocalizedText(what.en() + ": " + en, what.ja() + ": " + ja);
  }

  private void radioLaw(SiteFile site, LocalDate today, List<Item> items) {
    items.add(
        new Item(
            Section.RADIO_LAW,
            "radio.country",
            site.site().country().isPresent() ? State.DONE : State.OPEN,
            new LocalizedText(
                "country of the site: " + site.site().country().orElse("not set"),
                "サイトの国: " + site.site().country().orElse("未設定"))));
    for (SiteFile.Device device : site.devices()) {
      items.add(device(site, device, today));
    }
  }

  private Item device(SiteFile file, SiteFile.Device device, LocalDate today) {
    String id = "radio.device." + device.id();
    Optional<Profile> profile = library.find(device.profile());
    if (profile.isEmpty()) {
      String text = device.id() + ": " + device.profile() + " is not a known profile";
      return new Item(Section.RADIO_LAW, id, State.OPEN, new LocalizedText(text, text));
    }
    Site site = file.site();
    Site where =
        new Site(
            site.country(),
            device.placement().orElse(site.placement()),
            site.maxEirpDbm(),
            site.filings());
    Decision decision =
        admission.decide(
            new AdmissionRequest(
                where,
                profile.get(),
                device.hardware(),
                device.firmware(),
                Optional.empty(),
                today,
                Optional.empty(),
                device.antenna(),
                device.use()));
    State state = decision.verdict() == Decision.Verdict.REFUSED ? State.OPEN : State.DONE;
    return new Item(
        Section.RADIO_LAW,
        id,
        state,
        new LocalizedText(
            line(device, profile.get(), decision, "en"),
            line(device, profile.get(), decision, "ja")));
  }

  private String line(SiteFile.Device device, Profile profile, Decision decision, String language) {
    StringBuilder line = new StringBuilder();
    line.append(device.id()).append(" (").append(profile.reference()).append("): ");
    line.append(decision.verdict().id());
    for (Reason reason : decision.reasons()) {
      line.append("; ").append(reason.code().code()).append(": ");
      line.append(
          reason.refuses()
              ? texts.of(reason.code()).remedy().in(language)
              : texts.of(reason.code()).means().in(language));
    }
    return line.toString();
  }

  private void notices(SiteFile site, LocalDate today, List<Item> items) {
    Set<String> personal = new TreeSet<>();
    Set<String> never = new TreeSet<>();
    for (SiteFile.Device device : site.devices()) {
      for (Measurement measurement :
          library.find(device.profile()).map(Profile::measurements).orElse(List.of())) {
        PersonalData data = measurement.facts().personalData();
        if (data.neverAccepted()) {
          never.add(device.id() + "/" + measurement.name());
        } else if (data != PersonalData.NONE) {
          personal.add(device.profile() + " " + measurement.name() + " (" + data.id() + ")");
        }
      }
    }
    boolean needed = site.publicSpace() || !personal.isEmpty();
    boolean posted =
        site.notices().stream()
            .anyMatch(notice -> notice.posted().filter(day -> !day.isAfter(today)).isPresent());
    String about = personal.isEmpty() ? "-" : String.join(", ", personal);
    items.add(
        new Item(
            Section.NOTICE,
            "notice.posted",
            posted ? State.DONE : needed ? State.OPEN : State.NOT_NEEDED,
            new LocalizedText(
                "notice on site: operator, purpose, contact, what is measured about persons: "
                    + about,
                "現地掲示: 運営者、目的、連絡先、人に関する測定項目: " + about)));
    items.add(
        new Item(
            Section.NOTICE,
            "notice.never-accepted",
            never.isEmpty() ? State.DONE : State.OPEN,
            new LocalizedText(
                "number plates, pictures and faces are dropped at the gateway: "
                    + (never.isEmpty() ? "none is measured" : String.join(", ", never)),
                "車両番号、画像、顔特徴はゲートウェイで破棄: "
                    + (never.isEmpty() ? "該当なし" : String.join(", ", never)))));
  }
}
