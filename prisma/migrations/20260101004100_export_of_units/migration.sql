-- The figures of units can be taken out.
ALTER TYPE "ExportKind" ADD VALUE 'units';
