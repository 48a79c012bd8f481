package dev.cachewright.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.provider.KeyRef;
import dev.cachewright.store.AtomicFile;
import dev.cachewright.store.DiskWords;
import dev.cachewright.store.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Keys in a file that only its user may read, for systems without a keychain. Written only where its user agreed.
public final class KeyFile implements Vault {

    private final Path file;

    public KeyFile(Path file) {
        this.file = file;
    }

    public Path path() {
        return file;
    }

    @Override
    public synchronized Optional<String> read(KeyRef key) throws Closed {
        return Optional.of(tree().path(key.entry()).asText("")).filter(text -> !text.isEmpty());
    }

    @Override
    public synchronized void write(KeyRef key, Secret secret) throws Closed {
        save(tree().put(key.entry(), secret.reveal()));
    }

    @Override
    public synchronized boolean remove(KeyRef key) throws Closed {
        ObjectNode tree = tree();
        if (tree.remove(key.entry()) == null) {
            return false;
        }
        save(tree);
        return true;
    }

    /// Messages name the file and no part of it.
    private ObjectNode tree() throws Closed {
        if (!Files.exists(file)) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            // One that was copied here may be open to others.
            PrivateFiles.close(file);
            if (mapper().readTree(Files.readString(file, StandardCharsets.UTF_8)) instanceof ObjectNode tree) {
                return tree;
            }
        } catch (JsonProcessingException _) {
            // Said below.
        } catch (IOException e) {
            throw new Closed(file + ": " + DiskWords.of(e));
        }
        throw new Closed(file + " is not readable as the file of your keys: repair it, or remove it and enter the keys "
                + "again");
    }

    /// Made where it is used: keys are asked for seldom, and every command makes this object.
    private static JsonMapper mapper() {
        return JsonMapper.builder().build();
    }

    private void save(ObjectNode tree) throws Closed {
        try {
            if (tree.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                AtomicFile.writePrivate(file, mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(tree));
            }
        } catch (IOException e) {
            throw new Closed(file + ": " + DiskWords.of(e));
        }
    }
}
