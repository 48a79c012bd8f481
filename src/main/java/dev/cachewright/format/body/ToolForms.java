package dev.cachewright.format.body;

import dev.cachewright.cache.request.MarkForm;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Tool definitions in the form of each endpoint; those that have it already keep their bytes.
final class ToolForms {

    private static final String FUNCTION = "function";

    private ToolForms() {
    }

    static String of(String tools, Api api, MarkForm form) {
        List<String> elements = RawJson.elements(tools);
        List<String> converted = elements.stream().map(tool -> convert(tool, api, form)).toList();
        return converted.equals(elements)
                ? tools.strip()
                : converted.stream().collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"));
    }

    private static String convert(String tool, Api api, MarkForm form) {
        SequencedMap<String, String> fields = RawJson.fields(tool);
        boolean isChat = fields.containsKey(FUNCTION);
        boolean isMessages = fields.containsKey("input_schema");
        boolean isFunction = isChat || isMessages || "\"function\"".equals(fields.get("type"));
        if (!isFunction || isForm(api, isChat, isMessages)) {
            return tool;
        }
        return write(isChat ? RawJson.fields(fields.get(FUNCTION)) : fields, api, form);
    }

    private static boolean isForm(Api api, boolean isChat, boolean isMessages) {
        return switch (api) {
            case CHAT -> isChat;
            case RESPONSES -> !isChat && !isMessages;
            case MESSAGES -> isMessages;
        };
    }

    private static String write(SequencedMap<String, String> fields, Api api, MarkForm form) {
        String schema = fields.getOrDefault("parameters",
                fields.getOrDefault("input_schema", "{\"type\": \"object\"}"));
        var function = new LinkedHashMap<>(fields);
        function.keySet().removeAll(List.of("type", "parameters", "input_schema"));
        Optional<String> marker = Optional.ofNullable(function.remove(MarkForm.CACHE_CONTROL.field()))
                .filter(_ -> form == MarkForm.CACHE_CONTROL);
        function.put(api == Api.MESSAGES ? "input_schema" : "parameters", schema);
        if (api == Api.MESSAGES) {
            function.remove("strict");
            marker.ifPresent(value -> function.put(form.field(), value));
            return RawJson.object(function);
        }
        var tool = new LinkedHashMap<String, String>();
        tool.put("type", "\"function\"");
        if (api == Api.CHAT) {
            tool.put(FUNCTION, RawJson.object(function));
        } else {
            tool.putAll(function);
        }
        marker.ifPresent(value -> tool.put(form.field(), value));
        return RawJson.object(tool);
    }
}
