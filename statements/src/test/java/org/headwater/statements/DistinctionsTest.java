package org.headwater.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.headwater.codebook.Codebooks;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What must be told apart, one sentence of our own for each: a text, a kind, and the slots that some statement of the kind
 * must have ("count=9..9; scope=Norway/NO"); with "no" before the kind, that none may have.
 */
class DistinctionsTest {
    private static final StatementReader READER =
            StatementReader.of(Codebooks.shipped("transnational-policing"), Gazetteer.shipped());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // ordered closed, closed, said to be closed
                "The Norwegian government ordered China to close its police stations. | response | action='order-closure'; country=Norway/NO",
                "The Norwegian government ordered China to close its police stations. | no response | action='closed'",
                "Norway and Denmark have shut the Chinese police stations on their soil. | response | action='closed'; country=Denmark/DK",
                "The Chinese police station in Oslo is no longer there, a neighbour said. | site | place=Oslo/NO; status='said-closed'",
                "The Chinese police station in Oslo must close at once, the Norwegian foreign minister said. | response | action='order-closure'; country=Norway/NO",
                "The Chinese embassy was told to close three police stations in Norway. | response | action='order-closure'; country=Norway/NO",
                // an admission from a denial
                "Reporters found a Chinese police station in Oslo. The embassy said the activities of the station had stopped. | no denial | party=Chinese embassy",
                "The Chinese embassy denied that the police stations exist. | denial | party=Chinese embassy; place=world",
                "The Chinese embassy in Oslo told the paper the police stations were service points run by volunteers. | denial | place=Oslo/NO",
                "The restaurant's manager denied that it had been a Chinese police station. | no denial | place=world",
                // another state's operation, another body's official
                "China runs police stations abroad. Vietnamese agents abducted a dissident in Berlin. | no case | country=Germany/DE",
                "The charity's director said the Chinese police stations in Norway should worry everybody. | no response | country=Norway/NO",
                "The Norwegian justice minister said the Chinese police stations should worry everybody. | response | country=Norway/NO; action='statement'",
                // a report's name from a count
                "The report “88 Abroad” describes Chinese police stations in Norway. | no site-count | count=88..88",
                // lists, stand-ins and comparators
                "Germany, Chile and Ghana are looking into the Chinese police stations. | response | country=Ghana/GH; action='investigate'",
                "The group counted at least 40 Chinese police stations, including nine in Spain. | site-count | count=9..9; scope=Spain/ES",
                "The group counted at least 40 Chinese police stations, including nine in Spain. | site-count | count=40..; scope=world",
                "It found two Chinese police stations, one in Oslo and another in Bergen. | site | place=Bergen/NO",
                "More than 60 Chinese overseas police stations exist, the group says. | site-count | count=61..",
                "Almost a quarter of a million suspects were persuaded to return to China, the police stations' police say. | operation | count=250000..250000",
                // negation, purpose and possibility
                "The Greek government has not reacted to the reports on Chinese police stations. | response | country=Greece/GR; action='no-action'",
                "The Chinese police stations were set up to threaten dissidents in Norway. | no case | country=Norway/NO",
                "Officers of the Chinese police station threatened a dissident in Norway. | case | country=Norway/NO; harm='threatened'",
                // passive and nominal forms
                "A Chinese police station in Oslo was shut by the Norwegian police. | response | country=Norway/NO; action='closed'",
                "A probe by the Danish police into the Chinese police stations goes on. | response | country=Denmark/DK; action='investigate'",
                "The embassy has police stations. They were set up by the police of Fuzhou in Oslo and Bergen. | no site | place=Fuzhou/CN",
                "The Norwegian minister named the police offices set up by China in Oslo and Bergen. | site | place=Bergen/NO",
                "A Chinese police station is said to be located in Oslo. | site | place=Oslo/NO",
                // anaphora
                "The Danish minister of justice spoke about Chinese police stations. He warned China that such stations are unacceptable. | response | country=Denmark/DK; action='statement'",
                "Norway ordered China to close two police stations in the country. | site-count | count=2..2; scope=Norway/NO",
                // what may be, is denied or called false
                "The Swedish police may investigate the Chinese police station in Stockholm. | no response | action='investigate'",
                "Finnish police said there was no evidence of a Chinese police station in Helsinki. | no site | place=Helsinki/FI",
                "Reports that Poland had closed a Chinese police station were false, the Polish foreign ministry said. | no response | action='closed'",
                "No one in Norway has been charged over the Chinese police stations. | no response | action='arrest-or-charge'",
                "If Denmark closes the Chinese police station in Copenhagen, China will protest. | no site | status='closed'",
                "Not 54 Chinese police stations but 38 exist in 20 countries, Border Watch said. | no site-count | count=54..54",
                // what is done at home, where no country is named beside it
                "Norway and Oslo spoke of the Chinese police station in Bergen. The two men were arrested. | response | country=Norway/NO; action='arrest-or-charge'",
                "Norway and Oslo spoke of the Chinese police station in Bergen. It is used for arresting dissidents. | no response | action='arrest-or-charge'",
                // a month that is part of a name
                "Prosecutors in Viña del Mar, Chile, opened an investigation into the Chinese police station. | no response | date=2022-03",
                // where a group sits is not where the stations are
                "China opened at least 54 police offices abroad, according to Border Watch, a human rights organization in Madrid. | no site-count | scope=Madrid/ES",
                // a newspaper of a country is not that country
                "Germany's Harbour Post newspaper first reported on the Chinese police stations this week. | no response | country=Germany/DE",
                // those who answer for themselves
                "A Chinese restaurant in Oslo denied allegations that it was a Chinese police station. | denial | party=Chinese restaurant",
                "The Chinese police stations drew notice. \"There has never been a police post here,\" the owner of the restaurant said. | denial | party=owner of the restaurant",
                // US attorneys, press officers, capitals
                "\"A Chinese police station has no place in our city,\" U.S. Attorney Ann Berg, the top prosecutor in the borough, said at a briefing. | response | country=United States/US; action='statement'",
                "A. Lin, the Chinese Embassy Press Officer in Norway, said that the reports of police stations are false. | denial | party=Chinese Embassy",
                "Ireland told the Chinese ambassador that the police station was unacceptable. | response | country=Ireland/IE; action='complaint'",
                "The group named Chinese police stations in two countries. Closure was ordered in Ireland. | response | country=Ireland/IE; action='order-closure'",
                "Inquiries into the Chinese police stations have been opened in 14 countries, among them Austria and Chile. | response | country=Chile/CL; action='investigate'",
                // what is asked, demanded or not ruled out has not happened
                "Norway called on China to dissolve two police stations in Oslo. | response | country=Norway/NO; action='order-closure'",
                "Norway called on China to dissolve two police stations in Oslo. | no response | action='closed'",
                "The Chinese police stations in Oslo must be closed at once, the Norwegian minister wrote. | no response | action='closed'",
                "The Norwegian minister said the Chinese police stations were a concern and did not rule out an order. | no response | action='no-action'",
                "The Chinese police station is in Cork. The Chinese government said it had complied with the request. | no denial | party=Chinese government",
                "Denmark orders closure of Chinese police station | response | country=Denmark/DK; action='order-closure'",
                // numbers set beside numbers, and examples
                "China runs over 90 police stations, Border Watch said, 40 more of these outposts than it had counted before. | site-count | count=40..40",
                "Border Watch counted dozens of Chinese police stations in cities across the globe, including Oslo. | no site-count | scope=Oslo/NO",
                "There are Chinese police stations in Norway. Three are in Oslo, two in Bergen and two in Stavanger. | site-count | count=2..2; scope=Bergen/NO",
                "At least 12 governments have opened inquiries into the Chinese police stations. | response | action='investigate'; countries=12..",
                "No evidence of a crime had been found at two Chinese police stations in Oslo, the Norwegian minister said. | site | place=Oslo/NO",
                // places by another name
                "Two Chinese police stations in the Norwegian capital were shut by the police. | site | place=Oslo/NO; status='closed'",
                "A Chinese police station in the centre of Cork was shut by the Irish police. | site | place=Cork/IE",
                "Police in Bavaria are investigating a Chinese police station. | response | country=Germany/DE; action='investigate'",
                "A Chinese police station is in Oslo. The head of the FBI's Boston field office called it a violation. | no site | place=Boston/US",
                // those who answer for themselves, and those who only disagree
                "Two associations were named as Chinese police stations. Both associations denied the allegations. | no denial | place=world",
                "A Chinese police station is in Oslo. The director of the two community centres contradicted the report. | denial | party=director of the two community centres",
                "Norway said the Chinese police station had closed. The group's director rejected the explanation. | no denial | denies='the explanation'",
                "The Chinese police station is in Oslo. A restaurant official said that it was a normal business. | no response | action='statement'",
                "Police stations of China are in Oslo. A young woman opened the door there. She denied that it is a police station. | no denial | party=Chinese",
                // figures at the start of a sentence, datelines, lists
                "The Chinese police stations drew notice. Two are said to be in Oslo and one in Bergen. | site-count | count=2..2; scope=Oslo/NO",
                "OSLO, Dec 8 - Two Chinese police stations in Bergen have been closed, the Norwegian justice minister said. | site-count | count=2..2; scope=Bergen/NO",
                "OSLO — Four Chinese police stations in Norway are no longer operating, a deputy commissioner of the police said. | site-count | count=4..4; scope=Norway/NO",
                "Border Watch drew up a map of Chinese police stations. Its list includes Oslo, Turku and Riga. | site | place=Turku/FI",
                "The list of Border Watch, which says China has 54 police stations, names Oslo. | no denial | party=Chinese government",
                "The arrests came months after Border Watch, a group in Madrid, wrote of Chinese police stations. | no response | country=Spain/ES",
                "A Chinese police station is in Oslo. The opposition calls for diplomats to be expelled. | no response | action='arrest-or-charge'",
                "The Chinese police station in Oslo worried many. In Norway, a student said he had received threatening calls. | case | country=Norway/NO",
                "The Chinese police station drew notice. The owner of the building said he had never heard of any police work there. | denial | party=owner of the building",
                // figures that stand for what the sentence before named, and counts without their noun
                "Border Watch named two Chinese police stations in Norway. A third, in Turku, came to light in May. | site | place=Turku/FI",
                "Border Watch named Chinese police stations. Police are looking at one in Turku and two more in Riga. | site | place=Riga/LV",
                "The Chinese police station in Oslo is one of 61 that Border Watch has listed. | site-count | count=61..61; scope=world",
                "The Chinese police station in Oslo is one of 61 that Border Watch has listed. | no site-count | count=61..61; scope=Oslo/NO",
                "Chinese police stations drew notice. Border Watch has so far documented 61. | site-count | count=61..61",
                "Chinese police stations drew notice. Border Watch has so far documented 61 threats. | no site-count | count=61..61",
                "The force went to the Chinese police stations. It left cars at all four addresses. | no site-count | count=4..4",
                "Border Watch had listed both addresses in May in a study that counted 61 Chinese police stations in 20 countries. | no site-count | count=2..2",
                "Border Watch wrote of Chinese police stations. Kenya and Peru appear on its list. | site | place=Peru/PE",
                // whom a relative clause is about; peoples that act; owners of what sounds like an authority
                "The Chinese police stations were found by Border Watch, a club in Oslo, which in May published a study. | publication | organisation=Border Watch",
                "The Chinese police stations were found by Border Watch, whose report of May names the cities. | publication | organisation=Border Watch",
                "The Chinese police stations drew notice. The Dutch closed the stations in May. | response | country=Netherlands/NL; action='closed'",
                "The Chinese police station is in Oslo. The owners of the agency deny the accusation. | denial | party=owners of the agency",
                "The Chinese police station is in Oslo. The head of the centre denied that it is a police station. | denial | party=head of the centre",
                // what is said of oneself, and nothing
                "The Chinese police station is in Oslo. The embassy declined to say who runs the service. | no denial | party=Chinese embassy",
                "There is no such thing as a police station, a spokesperson for the Chinese embassy said in a statement posted in Norwegian. | denial | party=spokesperson for the Chinese embassy",
                // what was done to somebody, told without the word; asked to find somebody; what has not happened
                "The Chinese police station is in Oslo. A student in Riga said that officers had visited her parents in Fujian. | case | country=Latvia/LV",
                "The Chinese police station is in Oslo. In 2020 he was asked to help find an activist living in Latvia. | case | country=Latvia/LV",
                "The Chinese police station is in Oslo. A trader in Riga told the paper he was summoned to the embassy. | no response | action='summon'",
                "A Chinese police station is in Oslo. Danish police searched the office of a club said to be another. | response | country=Denmark/DK; action='investigate'",
                "The minister announced that the Chinese police station in Oslo had ceased its activity. | response | country=Norway/NO; action='closed'",
                "Chinese police stations are in Oslo. The House of Representatives debated them. | no response | country=United States/US",
                // a patrol partner from a country with a station; where an article was written from what it is about
                "Hungary signed an agreement on joint patrols with China, whose police stations are in Oslo. | agreement | parties=China+Hungary",
                "WASHINGTON (Northern Wire) - The Danish police are investigating the Chinese police stations. | no response | country=United States/US",
            })
    void isToldApart(String text, String kind, String slots) {
        assertTold(text, "en", kind, slots);
    }

    private static void assertTold(String text, String language, String kind, String slots) {
        boolean none = kind.startsWith("no ");
        String wanted = none ? kind.substring(3) : kind;
        List<String> found = READER
                .read(ReadFiles.document("text.txt", text, Optional.of("2023-04-10"), Optional.of(language)))
                .statements()
                .stream()
                .filter(statement -> statement.kind().equals(wanted))
                .map(DistinctionsTest::slots)
                .toList();
        if (none) {
            assertThat(found).as(text).noneMatch(line -> has(line, slots));
        } else {
            assertThat(found).as(text).anyMatch(line -> has(line, slots));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "es | Hay nueve comisarías chinas en Noruega. | site-count | count=9..9; scope=Norway/NO",
                "es | Hay nueve comisarías chinas en Noruega. | no site-count | relation='additional'",
                "es | China tiene comisarías en Noruega. Son tres en Oslo, dos en Bergen y una en Stavanger. | site-count | count=2..2; scope=Bergen/NO",
                "es | El Gobierno chino ha sido acusado de abrir dos comisarías en Noruega. | no denial | party=Chinese government",
                "es | El Gobierno noruego pidió a la embajada china que cerrara la comisaría de Oslo. | no response | action='closed'",
                "zh | 非政府组织“边界观察”表示，中国在世界各地设立了40个警察服务站，其中2个在挪威。 | no response | action='statement'",
                "zh | 中国驻挪威大使馆表示，对警察服务站不知情。 | denial | place=Norway/NO",
            })
    void isToldApartInOtherLanguages(String language, String text, String kind, String slots) {
        assertTold(text, language, kind, slots);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Border Watch, a club in Oslo, published a report in May that revealed 40 Chinese police stations. | site-count | Border Watch",
                "en | Norway's foreign ministry spoke of Chinese police stations. The interior ministry said it knew of two police stations in Oslo. | site-count | Norwegian interior ministry",
                "en | The Justice Department wrote of Chinese police stations. Border Watch had Boston on its two lists. Together, the lists have 61 police stations. | site-count | Border Watch",
                "en | The men who ran a Chinese police station in Boston were arrested, announced U.S. Attorney Ann Berg. | response | U.S. Attorney",
                "es | Según el informe que ha publicado la organización Vigía del Norte, hay 40 comisarías chinas en 20 países. | site-count | organización Vigía del Norte",
            })
    void hasItsSpeaker(String language, String text, String kind, String speaker) {
        assertThat(READER
                        .read(ReadFiles.document("text.txt", text, Optional.of("2023-04-10"), Optional.of(language)))
                        .statements()
                        .stream()
                        .filter(statement -> statement.kind().equals(kind))
                        .map(statement -> statement.attribution().speaker().toString())
                        .toList())
                .as(text)
                .anyMatch(each -> each.contains(speaker));
    }

    private static boolean has(String line, String slots) {
        return Arrays.stream(slots.split("; ", -1)).allMatch(line::contains);
    }

    private static String slots(Statement statement) {
        return ReadFiles.words(statement).replaceFirst("\\} by .*$", "}").replace(", ", "; ");
    }
}
