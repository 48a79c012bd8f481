package dev.cachewright.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The walls between the packages, as rules over the classes below one root package.
///
/// The root is an argument so that the same rules can be run over wrong classes elsewhere.
final class Guards {

    private static final Set<String> SHARED_UI = Set.of("ui.fx", "ui.kit", "ui.kit.text", "ui.kit.chart",
            "ui.kit.rail", "ui.workspace", "ui.command", "ui.document", "ui.shell");
    private static final Set<String> MUTABLE = Set.of("java.util.ArrayList", "java.util.HashMap", "java.util.HashSet",
            "java.util.LinkedHashMap", "java.util.LinkedHashSet", "java.util.TreeMap", "java.util.ArrayDeque",
            "java.util.EnumMap", "java.util.IdentityHashMap", "java.util.WeakHashMap", "java.lang.StringBuilder");

    private final String root;
    private final PackageTable table;

    Guards(String root, PackageTable table) {
        this.root = root;
        this.table = table;
    }

    ArchRule hasNoCycles() {
        return SlicesRuleDefinition.slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    ArchRule everyPackageIsListed() {
        return each("stand in the package table", type -> true, (type, wrong) -> {
            if (!table.uses().containsKey(place(type))) {
                wrong.accept(type.getName() + " is in a package that the table does not list");
            }
        });
    }

    ArchRule usesOnlyWhatTheTableAllows() {
        return dependencies("use only what the table allows their package", type -> true, used -> {
            String from = place(used.getOriginClass());
            String to = place(target(used));
            return to != null && !to.equals(from) && !table.uses().getOrDefault(from, Set.of()).contains(to);
        });
    }

    ArchRule eachLibraryHasItsDoor() {
        return dependencies("reach a library only through its door", type -> true, used -> {
            String library = target(used).getPackageName();
            return place(target(used)) == null && !isFree(library) && table.library(library)
                    .map(door -> !table.doors().get(door).contains(place(used.getOriginClass()))).orElse(true);
        });
    }

    ArchRule screenStaysInUiAndApp() {
        return dependencies("leave the screen to ui and app", type -> !isScreenSide(type),
                used -> table.isScreen(target(used).getPackageName()));
    }

    ArchRule viewModelsSeeNoScene() {
        return dependencies("see no scene, stage, FXML or Platform", type -> outermost(type).endsWith("ViewModel"),
                used -> Stream.of("javafx.scene", "javafx.stage", "javafx.fxml")
                        .anyMatch(scene -> PackageTable.isIn(target(used).getPackageName(), scene))
                        || target(used).getName().equals("javafx.application.Platform"));
    }

    /// What view models are made of may name no control either, also not for a word inside one.
    ArchRule viewModelsNameNoControl() {
        return dependencies("name no control", this::isOfAViewModel,
                used -> place(target(used)) != null && isControl(target(used)));
    }

    /// A view model, or a class of its package that one has in a field.
    private boolean isOfAViewModel(JavaClass type) {
        return outermost(type).endsWith("ViewModel") || type.getDirectDependenciesToSelf().stream()
                .map(Dependency::getOriginClass)
                .anyMatch(origin -> outermost(origin).endsWith("ViewModel")
                        && origin.getPackageName().equals(type.getPackageName())
                        && origin.getFields().stream().anyMatch(field -> field.getRawType().equals(type)));
    }

    /// Whether a class of ours is drawn, or is inside one that is.
    private static boolean isControl(JavaClass type) {
        return type.getEnclosingClass().filter(Guards::isControl).isPresent()
                || type.getRawSuperclass().filter(above -> above.getPackageName().startsWith("javafx.scene")
                        || isControl(above)).isPresent();
    }

    ArchRule onlyFxSpeaksToTheUiThread() {
        return calls("leave Platform.runLater to ui.fx", type -> !"ui.fx".equals(place(type)),
                (owner, name) -> owner.equals("javafx.application.Platform") && name.equals("runLater"));
    }

    ArchRule pureHasNoFilesOrNetwork() {
        return dependencies("know no file and no network", this::isPure, used -> {
            String name = target(used).getName();
            return name.startsWith("java.io.File") || name.equals("java.io.RandomAccessFile")
                    || name.equals("java.nio.file.Files") || PackageTable.isIn(name, "java.net")
                    || PackageTable.isIn(name, "java.nio.channels");
        });
    }

    ArchRule pureHasNoClockOrChance() {
        return calls("take time, ids and chance as arguments", this::isPure,
                (owner, name) -> owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system"))
                        || owner.equals("java.lang.System") && (name.equals("nanoTime") || name.equals(
                                "currentTimeMillis"))
                        || owner.equals("java.util.UUID") && name.equals("randomUUID")
                        || owner.equals("java.lang.Math") && name.equals("random")
                        || owner.equals("java.util.concurrent.ThreadLocalRandom") || owner.equals(
                                "java.security.SecureRandom"),
                access -> access.getTargetOwner().getName().equals("java.util.Random")
                        && access.getTarget().getFullName().endsWith("<init>()"));
    }

    ArchRule hasNoStaticsThatChange() {
        return each("have no statics that change", type -> true,
                (type, wrong) -> type.getFields().stream().filter(field -> field.getModifiers().contains(
                        JavaModifier.STATIC) && !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .forEach(field -> {
                            JavaClass held = field.getRawType();
                            boolean isFinal = field.getModifiers().contains(JavaModifier.FINAL);
                            boolean isOpenArray = held.isArray() && !field.getModifiers().contains(
                                    JavaModifier.PRIVATE);
                            boolean changes = MUTABLE.contains(held.getName()) || held.getPackageName().equals(
                                    "java.util.concurrent.atomic")
                                    || held.getName().startsWith(
                                            "java.util.concurrent.Concurrent");
                            if (!isFinal || isOpenArray || changes) {
                                wrong.accept(field.getFullName() + " is a static that changes");
                            }
                        }));
    }

    ArchRule hasNoGetInstance() {
        return each("have no getInstance", type -> true, (type, wrong) -> type.getMethods().stream()
                .filter(method -> method.getName().equals("getInstance"))
                .forEach(method -> wrong.accept(method.getFullName() + " hides what is used: pass it in")));
    }

    ArchRule featuresNeverUseEachOther() {
        return dependencies("keep features apart", type -> isFeature(place(type)), used -> {
            String to = place(target(used));
            String from = place(used.getOriginClass());
            // A feature may have rooms of its own.
            return isFeature(to) && !to.equals(from) && !to.startsWith(from + ".");
        });
    }

    List<ArchRule> all() {
        return List.of(hasNoCycles(), everyPackageIsListed(), usesOnlyWhatTheTableAllows(), eachLibraryHasItsDoor(),
                screenStaysInUiAndApp(), viewModelsSeeNoScene(), viewModelsNameNoControl(), onlyFxSpeaksToTheUiThread(),
                pureHasNoFilesOrNetwork(),
                pureHasNoClockOrChance(), hasNoStaticsThatChange(), hasNoGetInstance(), featuresNeverUseEachOther());
    }

    /// The package of a class below the root, as the table writes it; null for a class from elsewhere.
    String place(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1) : null;
    }

    private boolean isFree(String library) {
        return library.isEmpty() || table.library(library).isEmpty() && (PackageTable.isIn(library, "java")
                || PackageTable.isIn(library, "javax")) || table.isScreen(library);
    }

    private boolean isPure(JavaClass type) {
        return table.pure().contains(place(type));
    }

    private boolean isScreenSide(JavaClass type) {
        String place = place(type);
        return place != null && (PackageTable.isIn(place, "ui") || place.equals("app"));
    }

    private static boolean isFeature(String place) {
        return place != null && place.startsWith("ui.") && !SHARED_UI.contains(place);
    }

    private static String outermost(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replaceAll("\\$.*", "");
    }

    private static JavaClass target(Dependency used) {
        return used.getTargetClass().getBaseComponentType();
    }

    private ArchRule dependencies(String claim, Predicate<JavaClass> of,
            Predicate<Dependency> isWrong) {
        return each(claim, of, (type, wrong) -> type.getDirectDependenciesFromSelf().stream().filter(isWrong)
                .forEach(used -> wrong.accept(used.getDescription())));
    }

    private ArchRule calls(String claim, Predicate<JavaClass> of,
            BiPredicate<String, String> isWrong) {
        return calls(claim, of, isWrong, access -> false);
    }

    private ArchRule calls(String claim, Predicate<JavaClass> of,
            BiPredicate<String, String> isWrong,
            Predicate<JavaAccess<?>> isWrongToo) {
        return each(claim, of, (type, wrong) -> Stream.concat(type.getAccessesFromSelf().stream(), Stream.concat(type
                .getMethodReferencesFromSelf().stream(), type.getConstructorReferencesFromSelf().stream()))
                .filter(access -> isWrong.test(access.getTargetOwner().getName(), access.getName()) || isWrongToo.test(
                        access))
                .forEach(access -> wrong.accept(access.getDescription())));
    }

    private ArchRule each(String claim, Predicate<JavaClass> of,
            BiConsumer<JavaClass, Consumer<String>> check) {
        DescribedPredicate<JavaClass> chosen = DescribedPredicate.describe("are below " + root, type -> place(
                type) != null && of.test(type));
        return classes().that(chosen).should(new ArchCondition<JavaClass>(claim) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, message -> events.add(SimpleConditionEvent.violated(type, message)));
            }
        }).allowEmptyShould(true);
    }
}
