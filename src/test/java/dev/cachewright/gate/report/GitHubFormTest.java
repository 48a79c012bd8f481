package dev.cachewright.gate.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GitHubFormTest {

    @Test
    void commandsEscapeWhatWouldEndThem() {
        assertThat(Form.GITHUB.write(Reports.awkward(), Reports.PATHS).lines().toList()).containsExactly(
                "::error file=bad.prompt,line=2,col=7,endLine=2,title=This file cannot be used::The front matter is not valid YAML: a tab",
                "::error file=/elsewhere/gone.prompt,line=1,col=1,endLine=1,title=This file cannot be used::There is no such file",
                "::error file=my prompts/ä%2C b%3A <c>.prompt,line=3,col=5,endLine=3,endColumn=9,title=L01%3A Text that changes comes first%2C 100%25 cold::50%25 of it:%0D%0A\"<now>\" & 'then', \u0001",
                "::notice file=my prompts/ä%2C b%3A <c>.prompt,line=4,col=1,endLine=6,title=L01%3A Text that changes comes first%2C 100%25 cold::Again",
                "::error file=my prompts/ä%2C b%3A <c>.prompt,line=1,col=1,endLine=1,title=budget-static-prefix%3A The static prefix is short::Too short",
                "4 files: 2 errors, 0 warnings, 1 note, 2 unusable");
    }
}
