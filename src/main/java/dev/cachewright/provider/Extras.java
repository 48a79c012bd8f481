package dev.cachewright.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// What calls to a server have beyond the usual. Holds no secret: a key is not a header here.
///
/// @param organization as OpenAI names it; empty for none
/// @param project as OpenAI names it; empty for none
/// @param headers by name, in their order
/// @param body fields that are added to each request body, as a JSON object; empty for none
/// @param proxy through which calls go, `host:port` or `http://host:port`; empty for that of the system
public record Extras(String organization, String project, SequencedMap<String, String> headers, String body,
        String proxy, Timeouts timeouts) {

    private static final Extras NONE = new Extras("", "", new LinkedHashMap<>(), "", "", Timeouts.usual());

    public Extras {
        headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
    }

    public static Extras none() {
        return NONE;
    }

    /// All headers that are sent, the organisation and the project among them.
    public Map<String, String> allHeaders() {
        var all = new LinkedHashMap<String, String>();
        if (!organization.isEmpty()) {
            all.put("OpenAI-Organization", organization);
        }
        if (!project.isEmpty()) {
            all.put("OpenAI-Project", project);
        }
        all.putAll(headers);
        return all;
    }

    /// These extras, where all of them can be sent.
    ///
    /// @throws ProviderException with what is wrong and what to do
    public Extras checked() {
        ExtrasCheck.check(this);
        return this;
    }

    public Extras withTimeouts(Timeouts other) {
        return new Extras(organization, project, headers, body, proxy, other);
    }

    public Extras withHeaders(SequencedMap<String, String> others) {
        return new Extras(organization, project, others, body, proxy, timeouts);
    }

    public Extras withBody(String json) {
        return new Extras(organization, project, headers, json, proxy, timeouts);
    }
}
