package dev.cachewright.ui.traffic;

import dev.cachewright.picture.GapsPicture;
import dev.cachewright.picture.HitRatePicture;
import dev.cachewright.picture.WastePicture;
import dev.cachewright.traffic.FamilyProfile;
import dev.cachewright.traffic.TrafficProfile;
import dev.cachewright.ui.kit.chart.PicturePane;
import dev.cachewright.words.Texts;
import java.time.ZoneId;
import java.util.Optional;

/// The pictures of a profile in their panes.
///
/// @param zone of their times
record TrafficPictures(PicturePane overTime, PicturePane byCause, PicturePane gaps, ZoneId zone) {

    void show(TrafficProfile profile) {
        boolean isTimed = profile.first().isPresent();
        overTime.show((ruler, width) -> HitRatePicture.of(profile, ruler, zone, width),
                Texts.get("traffic.over-time"), Texts.get(isTimed ? "traffic.no-usage" : "traffic.no-times"));
        byCause.show((ruler, width) -> WastePicture.of(profile.all().causes(), ruler, width),
                Texts.get("traffic.by-cause"),
                Texts.get(profile.families().isEmpty() ? "traffic.no-requests" : "traffic.no-waste"));
        var lifetimes = profile.families().stream().map(FamilyProfile::lifetime).flatMap(Optional::stream).toList();
        gaps.show((ruler, width) -> isTimed ? GapsPicture.of(profile.gaps(), lifetimes, ruler, width)
                : Optional.empty(), Texts.get("traffic.gaps"),
                Texts.get(isTimed ? "traffic.no-gaps" : "traffic.no-times"));
    }
}
