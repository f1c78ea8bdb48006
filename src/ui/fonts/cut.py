"""Cuts the shipped faces from their packages. A maker's tool: nothing runs it but whoever changes a face.

    python3 -m venv venv && venv/bin/pip install fonttools==4.66.1 brotli
    venv/bin/python src/ui/fonts/cut.py FOLDER    # FOLDER holds the unpacked packages, see make.md

Each becomes two slices: `NAME.woff2` is all that English or French needs (in a text face, with the letters of most
European names and the signs of addresses and code), `NAME-rest` the rest of Latin. Browsers load a slice only for its
letters; ../faces.ts says which.
"""
import io
import sys
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib.instancer import instantiateVariableFont

ASCII = set(range(0x20, 0x7F))
SIGNS = set(map(ord, '\u00a0©·×–—‘’“”…−\u202f'))
FRENCH = set(map(ord, 'ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸàâæçèéêëîïôœùûüÿ«»'))
NAMES = set(map(ord, 'ÁÃÄÅÍÑÓÕÖØÚÝßáãäåíñóõöøúý')) | set(
    map(ord, 'ĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķĻļĽľŁłŃńŅņŇňŌōŐőŘřŚśŞşŠšŤťŪūŮůŰűŲųŹźŻżŽžȘșȚț')
)
RARE = set(map(ord, '$*<=>[\\]^`{|}~'))  # In headings and strong words.
TEXTS = ASCII | SIGNS | FRENCH | NAMES
FEW = ASCII - RARE | SIGNS | FRENCH
ALL = TEXTS | set(range(0xA1, 0x180)) | set(map(ord, '‚„‹›€′ẞ')) | set(range(0x218, 0x21C))
ALL -= set(map(ord, 'ĲĳŉſĿŀ'))

GRID = 500  # Units to the em: 0.1 px in the largest heading, and a sixth less to load.
OFF = 1  # Units that an outline may be off, for fewer points: a twentieth less to load.

TEXT, DISPLAY, SERIF = {'wght': 400}, {'opsz': 36, 'wght': 440}, {'opsz': 16, 'wght': 400}
FACES = [
    # name, family inside the file, package, file of the package, axes, letters of the first slice
    ('text', 'Salon Text', 'source-sans-3', 'wght-normal', TEXT, TEXTS),
    ('text-strong', 'Salon Text', 'source-sans-3', 'wght-normal', TEXT | {'wght': 600}, FEW),
    ('display', 'Salon Display', 'newsreader', 'opsz-normal', DISPLAY, FEW),
    ('display-italic', 'Salon Display', 'newsreader', 'opsz-italic', DISPLAY, FEW),
    ('serif', 'Salon Serif', 'newsreader', 'opsz-normal', SERIF, TEXTS),
    ('serif-strong', 'Salon Serif', 'newsreader', 'opsz-normal', SERIF | {'wght': 600}, FEW),
    ('grotesk', 'Salon Grotesk', 'space-grotesk', 'wght-normal', {'wght': 450}, FEW),
]
TABULAR = ['text', 'serif']  # Faces with two kinds of figures; the others have those that stand in words.
KERNING = 0.08  # Pairs that move less than this part of the em are left out.


def main(folder, out):
    for name, family, package, style, axes, first in FACES:
        for slice_, letters in (('', first), ('-rest', ALL - first)):
            font = whole(f'{folder}/{package}/{package}-{{}}-{style}.woff2', axes)
            if name not in TABULAR:
                in_words(font)
            font = cut(font, family, letters, kerning=KERNING if slice_ == '' and 'strong' not in name else None)
            path = f'{out}/{name}{slice_}.woff2'
            font.save(path)
            print(path, len(open(path, 'rb').read()), 'bytes', font['maxp'].numGlyphs, 'glyphs')


def whole(path, axes):
    """The package splits a face in two: the letters of the second file join the first."""
    font, more = (reopened(instantiateVariableFont(TTFont(path.format(part)), axes)) for part in ('latin', 'latin-ext'))
    table = next(one for one in font['cmap'].tables if one.isUnicode())
    order = font.getGlyphOrder()

    def take(glyph):
        if glyph in font['glyf'].glyphs:
            return
        font['glyf'].glyphs[glyph] = more['glyf'][glyph]
        font['hmtx'][glyph] = more['hmtx'][glyph]
        order.append(glyph)
        if more['glyf'][glyph].isComposite():
            for part in more['glyf'][glyph].components:
                take(part.glyphName)

    for code, glyph in more.getBestCmap().items():
        if code in ALL and code not in table.cmap:
            take(glyph)
            table.cmap[code] = glyph
    # The narrow space of French punctuation, which no package has, is as wide as theirs: a fifth of the em.
    table.cmap[0x202F] = table.cmap[0xA0]
    font.setGlyphOrder(order)
    font['glyf'].glyphOrder = order
    return reopened(font)


def cut(font, family, letters, kerning):
    pairs = kerned(font, letters, kerning) if kerning else {}
    options = Options(
        hinting=False, layout_features=['pnum', 'tnum', 'lnum'], glyph_names=False, notdef_outline=False, name_IDs=[0, 1, 2, 13]
    )
    options.drop_tables += ['STAT', 'DSIG', 'meta', 'GPOS', 'HVAR', 'MVAR', 'BASE', 'gasp']
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    scale_upem(font, GRID)
    font['name'].names = [one for one in font['name'].names if one.platformID == 3]
    for record in font['name'].names:
        record.string = {1: family, 13: 'SIL Open Font License 1.1'}.get(record.nameID, record.toUnicode())
    smooth(font)
    if pairs:
        addOpenTypeFeaturesFromString(font, kern_feature(font, pairs), tables=['GPOS'])
    font = reopened(font)
    font.flavor = 'woff2'
    return font


def in_words(font):
    """Figures as wide as each is, and no others."""
    wanted = {}
    for feature in font['GSUB'].table.FeatureList.FeatureRecord:
        if feature.FeatureTag == 'pnum':
            for index in feature.Feature.LookupListIndex:
                for table in font['GSUB'].table.LookupList.Lookup[index].SubTable:
                    wanted |= getattr(table, 'ExtSubTable', table).mapping
    for table in font['cmap'].tables:
        table.cmap.update({code: wanted[glyph] for code, glyph in table.cmap.items() if 0x30 <= code <= 0x39 and glyph in wanted})
    del font['GSUB']


def smooth(font):
    """Outlines with as few points as they need."""
    drawn = font.getGlyphSet()
    for name in font.getGlyphOrder():
        if font['glyf'][name].numberOfContours > 0:
            pen = TTGlyphPen(None)
            drawn[name].draw(Qu2CuPen(Cu2QuPen(pen, OFF), OFF))
            font['glyf'][name] = pen.glyph()


def reopened(font):
    """Some tables are only whole again once they were written."""
    font.flavor = None
    buffer = io.BytesIO()
    font.save(buffer)
    return TTFont(io.BytesIO(buffer.getvalue()))


def kerned(font, letters, least):
    """Pairs of plain letters and marks that are moved by at least this part of the em, in hundredths of it."""
    names = {glyph: code for code, glyph in font.getBestCmap().items() if code in letters & (ASCII | SIGNS)}
    em = font['head'].unitsPerEm
    found = {}
    for table in pair_tables(font):
        for left in table.Coverage.glyphs:
            for right, moved in moves(table, left, names):
                if left in names and right in names:
                    found.setdefault((names[left], names[right]), moved / em)
    return {pair: round(moved, 2) for pair, moved in found.items() if abs(moved) >= least}


def pair_tables(font):
    for lookup in font['GPOS'].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, 'ExtSubTable', table)
            if table.LookupType == 2:
                yield table


def moves(table, left, names):
    advance = lambda value: getattr(value, 'XAdvance', 0) if value else 0
    if table.Format == 1:
        for pair in table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord:
            yield pair.SecondGlyph, advance(pair.Value1)
        return
    row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
    for right in names:
        moved = advance(row[table.ClassDef2.classDefs.get(right, 0)].Value1)
        if moved:
            yield right, moved


def kern_feature(font, pairs):
    """Letters that move alike stand in one class: a small table instead of hundreds of pairs."""
    glyphs = font.getBestCmap()
    lefts = alike({left for left, _ in pairs}, lambda left, right: pairs.get((left, right), 0), {r for _, r in pairs})
    rights = alike({right for _, right in pairs}, lambda right, left: pairs.get((left, right), 0), {l for l, _ in pairs})
    named = lambda codes: '[' + ' '.join(glyphs[code] for code in sorted(codes)) + ']'
    lines = [
        f'pos {named(left)} {named(right)} {round(moved * GRID)};'
        for left in lefts
        for right in rights
        if (moved := pairs.get((left[0], right[0]), 0))
    ]
    return 'languagesystem DFLT dflt; languagesystem latn dflt;\nfeature kern {\n' + '\n'.join(lines) + '\n} kern;'


def alike(codes, moved, others):
    rows = {}
    for code in sorted(codes):
        rows.setdefault(tuple(moved(code, other) for other in sorted(others)), []).append(code)
    return list(rows.values())


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else __file__.rsplit('/', 1)[0])
