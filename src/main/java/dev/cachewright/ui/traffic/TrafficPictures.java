package dev.cachewright.ui.traffic;

import dev.cachewright.picture.GapsPicture;
import dev.cachewright.picture.HitRatePicture;
import dev.cachewright.picture.WastePicture;
import dev.cachewright.traffic.FamilyProfile;
import dev.cachewright.traffic.TrafficProfile;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.chart.PicturePane;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TrafficWords;
import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.control.Label;

/// The pictures of a profile in their panes.
///
/// @param grey says what grey bars are, where there is one
/// @param zone of their times
record TrafficPictures(PicturePane overTime, PicturePane byCause, Label grey, PicturePane gaps, ZoneId zone) {

    void show(TrafficProfile profile) {
        boolean isTimed = profile.first().isPresent();
        overTime.show((ruler, width) -> HitRatePicture.of(profile, ruler, zone, width),
                Texts.get("traffic.over-time"), TrafficWords.noHitRates(profile));
        byCause.show((ruler, width) -> WastePicture.of(profile.all().causes(), ruler, width),
                Texts.get("traffic.by-cause"), TrafficWords.noWaste(profile));
        Views.setShown(grey, TrafficWords.hasUnmended(profile.all().causes()));
        var lifetimes = profile.families().stream().map(FamilyProfile::lifetime).flatMap(Optional::stream).toList();
        gaps.show((ruler, width) -> isTimed ? GapsPicture.of(profile.gaps(), lifetimes, ruler, width)
                : Optional.empty(), Texts.get("traffic.gaps"),
                Texts.get(isTimed ? "traffic.no-gaps" : "traffic.no-times"));
    }
}
