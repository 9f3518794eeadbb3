//! Ids and references of the files at the top: threats, vulnerabilities, lines, media, criteria.

use std::collections::{BTreeMap, BTreeSet};

use method::{Band, Medium, RiskCriteria};

use super::{Checker, Known};
use crate::provenance::control_file;
use crate::{Catalog, Certainty};

pub(super) fn check(catalog: &Catalog, checker: &mut Checker<'_>, known: &Known<'_>) {
    unique_ids(catalog, checker);
    provenance(catalog, checker);
    threats(catalog, checker, known);
    lines(catalog, checker, known);
    media(catalog, checker);
    terms(catalog, checker);
    presets(catalog, checker);
    for example in &catalog.worked_examples {
        let file = "worked-examples.toml";
        checker.resolves(file, &example.id, "脅威", &example.threats, &known.threats);
        checker.resolves(file, &example.id, "脆弱性", &example.vulnerabilities, &known.vulnerabilities);
        checker.resolves(file, &example.id, "管理策", &example.controls, &known.controls);
    }
    for measure in &catalog.measures {
        checker.resolves("measures.toml", &measure.id, "管理策", &measure.controls, &known.controls);
    }
    for role in &catalog.roles {
        checker.condition("roles.toml", &role.id, &role.condition);
    }
}

fn unique_ids(catalog: &Catalog, checker: &mut Checker<'_>) {
    checker.unique("sources.toml", "資料", catalog.sources.iter().map(|entry| entry.id.as_str()));
    checker.unique("threats.toml", "脅威", catalog.threats.iter().map(|entry| entry.id.as_str()));
    checker.unique("vulnerabilities.toml", "脆弱性", catalog.vulnerabilities.iter().map(|entry| entry.id.as_str()));
    let controls = catalog.controls.iter().map(|control| (control_file(control), control.id.as_str()));
    checker.unique_among("管理策", controls);
    checker.unique("threat-lines.toml", "脅威の行", catalog.lines.iter().map(|entry| entry.id.as_str()));
    checker.unique("measures.toml", "対策の質問", catalog.measures.iter().map(|entry| entry.id.as_str()));
    checker.unique("profile.toml", "質問", catalog.questions.iter().map(|entry| entry.id.as_str()));
    checker.unique("roles.toml", "役割", catalog.roles.iter().map(|entry| entry.id.as_str()));
    checker.unique("vocabulary.toml", "用語", catalog.terms.iter().map(|entry| entry.id.as_str()));
    checker.unique("worked-examples.toml", "例", catalog.worked_examples.iter().map(|entry| entry.id.as_str()));
}

/// Every `source` must be one of `sources.toml`; what we decided ourselves no source can confirm.
fn provenance(catalog: &Catalog, checker: &mut Checker<'_>) {
    let sources: BTreeSet<&str> = catalog.sources.iter().map(|entry| entry.id.as_str()).collect();
    for fact in catalog.provenance() {
        checker.resolves(fact.file, &fact.entry, "資料", &[fact.source], &sources);
        if fact.source == "own" && fact.certainty != Certainty::Own {
            let message = format!(
                "「{}」は source が own なのに、certainty が own ではありません。もとの資料を source に書くか、certainty を own にしてください。",
                fact.entry
            );
            checker.note(fact.file, &fact.entry, "certainty", message);
        }
    }
}

fn threats(catalog: &Catalog, checker: &mut Checker<'_>, known: &Known<'_>) {
    let types: BTreeSet<&str> = catalog.threat_types.iter().map(|kind| kind.code.as_str()).collect();
    let exploited: BTreeSet<&str> =
        catalog.vulnerabilities.iter().flat_map(|entry| entry.threats.iter().map(String::as_str)).collect();
    for threat in &catalog.threats {
        let file = "threats.toml";
        checker.resolves(file, &threat.id, "種類", std::slice::from_ref(&threat.kind), &types);
        if threat.origins.is_empty() || threat.media.is_empty() || threat.properties.is_empty() {
            let message = format!("「{}」の origins・media・properties に1つ以上書いてください。", threat.id);
            checker.note(file, &threat.id, &threat.id, message);
        }
        if !exploited.contains(threat.id.as_str()) {
            let message = format!(
                "脅威「{}」に結び付く脆弱性がありません。vulnerabilities.toml の threats に足してください。",
                threat.id
            );
            checker.note(file, &threat.id, &threat.id, message);
        }
    }
    let types: BTreeSet<&str> = catalog.vulnerability_types.iter().map(|kind| kind.code.as_str()).collect();
    for vulnerability in &catalog.vulnerabilities {
        let file = "vulnerabilities.toml";
        checker.resolves(file, &vulnerability.id, "種類", std::slice::from_ref(&vulnerability.kind), &types);
        checker.resolves(file, &vulnerability.id, "脅威", &vulnerability.threats, &known.threats);
        checker.resolves(file, &vulnerability.id, "管理策", &vulnerability.controls, &known.controls);
        if vulnerability.threats.is_empty() || vulnerability.controls.is_empty() {
            let message = format!("「{}」の threats と controls に1つ以上書いてください。", vulnerability.id);
            checker.note(file, &vulnerability.id, &vulnerability.id, message);
        }
    }
    for control in &catalog.controls {
        if control.explanation.trim().is_empty() {
            checker.note(
                control_file(control),
                &control.id,
                &control.id,
                format!("管理策「{}」に説明を書いてください。", control.id),
            );
        }
    }
}

fn lines(catalog: &Catalog, checker: &mut Checker<'_>, known: &Known<'_>) {
    let file = "threat-lines.toml";
    for line in &catalog.lines {
        checker.resolves(file, &line.id, "対策の質問", &line.measures, &known.measures);
        checker.not_empty(file, &line.id, "measures", line.measures.is_empty());
    }
    for medium in Medium::ALL {
        if !catalog.lines.iter().any(|line| line.medium == medium) {
            checker.note(file, medium.id(), "", format!("媒体「{}」の脅威の行がありません。", medium.title()));
        }
    }
}

fn media(catalog: &Catalog, checker: &mut Checker<'_>) {
    let file = "media.toml";
    let ids: Vec<Medium> = catalog.media.iter().map(|entry| entry.id).collect();
    if ids != Medium::ALL {
        checker.note(
            file,
            "",
            "",
            "媒体は、書類・可搬電子媒体・事務所PC・モバイル機器・社内サーバー・社外サーバーの順に6件書いてください。"
                .into(),
        );
    }
    let mut seen: Vec<(&str, Medium)> = Vec::new();
    for entry in &catalog.media {
        if entry.title != entry.id.title() {
            let message = format!("媒体の名前は「{}」にしてください。", entry.id.title());
            checker.note(file, entry.id.id(), &entry.title, message);
        }
        for synonym in &entry.synonyms {
            if let Some((_, other)) = seen.iter().find(|(word, _)| word == synonym) {
                let message = format!(
                    "「{synonym}」が{}と{}の両方にあります。紛れる言葉は ambiguous に移してください。",
                    other.title(),
                    entry.title
                );
                checker.note(file, entry.id.id(), synonym, message);
            }
            seen.push((synonym, entry.id));
        }
    }
}

/// A word is the name of one term, be it its title or what others call it.
fn terms(catalog: &Catalog, checker: &mut Checker<'_>) {
    let mut named: BTreeMap<&str, &str> =
        catalog.terms.iter().map(|term| (term.title.as_str(), term.title.as_str())).collect();
    for term in &catalog.terms {
        for synonym in &term.synonyms {
            if let Some(other) = named.insert(synonym, &term.title) {
                let message = format!(
                    "「{synonym}」は、用語「{other}」の名前でもあります。どちらか1つの用語だけに書いてください。"
                );
                checker.note("vocabulary.toml", &term.id, synonym, message);
            }
        }
    }
}

/// The published bands of the catalog must be the ones that the method computes with.
fn presets(catalog: &Catalog, checker: &mut Checker<'_>) {
    for (id, criteria) in [("tokyo", RiskCriteria::tokyo()), ("ipa", RiskCriteria::ipa())] {
        let levels = |band| criteria.levels(band).iter().map(|level| level.value()).collect::<Vec<_>>();
        let agrees = catalog.band_presets.iter().find(|preset| preset.id == id).is_some_and(|preset| {
            preset.high == levels(Band::High)
                && preset.medium == levels(Band::Medium)
                && preset.low == levels(Band::Low)
        });
        if !agrees {
            checker.note("criteria.toml", id, id, format!("リスク基準「{id}」の値が計算の値と違います。"));
        }
    }
}
